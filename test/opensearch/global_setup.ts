import { dialectOf } from '../../standalone/opensearch';
import { removeAllOfOurs } from '../es9/clean';
import { openSearchUrl, SKIPPED } from './environment';

/** Looks whether the cluster is an OpenSearch, or says that nothing will be tested. */
export default async function setUp(): Promise<void> {
  const url = openSearchUrl();
  if (url === undefined) {
    console.error(SKIPPED);
    return;
  }
  const answer = await fetch(url);
  const headers: Record<string, string> = {};
  answer.headers.forEach((value, name) => (headers[name] = value));
  const dialect = dialectOf({ headers, body: await answer.text() });
  if (dialect.kind !== 'opensearch') throw new Error(`${url} is not OpenSearch: ${dialect.kind}`);
  await removeAllOfOurs(url);
}
