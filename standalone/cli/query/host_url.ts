const DEFAULT_PORT = 9200;
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
const HAS_PORT = /:\d+$/;

/**
 * The address of an Elasticsearch that is given by its host, as in `logs.example.org`,
 * `10.0.0.7:9201` or `[::1]`. An address is returned unchanged.
 */
export function hostUrl(host: string): string {
  if (HAS_SCHEME.test(host)) return host;
  return HAS_PORT.test(host) ? `http://${host}` : `http://${host}:${DEFAULT_PORT}`;
}
