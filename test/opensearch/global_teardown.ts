import { removeAllOfOurs } from '../es9/clean';
import { openSearchUrl } from './environment';

/** Leaves nothing behind. */
export default async function tearDown(): Promise<void> {
  const url = openSearchUrl();
  if (url !== undefined) await removeAllOfOurs(url);
}
