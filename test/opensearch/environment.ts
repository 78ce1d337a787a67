/** Said where no cluster is named: the tests then pass as skipped. */
export const SKIPPED =
  'skipped: set OPENSEARCH_URL to an OpenSearch for tests, as test/opensearch/start.ts starts one';

/** The address of an OpenSearch for tests; undefined if none is named. */
export function openSearchUrl(): string | undefined {
  const { OPENSEARCH_URL: url = '' } = process.env;
  return url === '' ? undefined : url.replace(/\/$/, '');
}
