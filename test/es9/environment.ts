/** Said where no cluster is named: the tests then pass as skipped. */
export const SKIPPED =
  'skipped: set ELASTICSEARCH_URL to a cluster for tests with security and TLS, ELASTICSEARCH_CA to its CA, ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD to a superuser';

/** A cluster for tests, as the variables that commands take name it. */
export interface Environment {
  /** Without user and password. */
  readonly url: string;
  /** A file. */
  readonly ca: string;
  /** Who may do everything. */
  readonly superuser: { readonly username: string; readonly password: string };
}

/**
 * The values of the variables; undefined if no cluster is named.
 *
 * @throws where only some of them are set
 */
export function readEnvironment(): Environment | undefined {
  const { ELASTICSEARCH_URL: url = '', ELASTICSEARCH_CA: ca = '' } = process.env;
  const { ELASTICSEARCH_USERNAME: username = '', ELASTICSEARCH_PASSWORD: password = '' } =
    process.env;
  if (url === '') return undefined;
  if ([ca, username, password].includes('') || new URL(url).protocol !== 'https:') {
    throw new Error(`not all that is needed is there; ${SKIPPED}`);
  }
  return { url: new URL(url).origin, ca, superuser: { username, password } };
}
