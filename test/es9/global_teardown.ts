import { removeAllOfOurs } from './clean';
import { readEnvironment } from './environment';

/** Leaves nothing behind. */
export default async function tearDown(): Promise<void> {
  const environment = readEnvironment();
  if (environment !== undefined) await removeAllOfOurs(environment.url);
}
