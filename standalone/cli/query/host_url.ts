const DEFAULT_PORT = 9200;
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
const HAS_PORT = /:\d+$/;

/**
 * The address of an Elasticsearch that is named by its host, as in `logs.example.org`, `10.0.0.7:9201`
 * or `[::1]`; an address comes back as it is.
 */
export function hostUrl(host: string): string {
  if (HAS_SCHEME.test(host)) return host;
  return HAS_PORT.test(host) ? `http://${host}` : `http://${host}:${DEFAULT_PORT}`;
}
