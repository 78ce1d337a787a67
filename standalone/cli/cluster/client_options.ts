import type { ClientOptions } from '@elastic/elasticsearch';
import { UserError } from '../basics/user_error';
import { chooseCredentials, variable, type Credentials } from './choose_credentials';
import { FLAGS, VARIABLES, type ClusterOptions } from './cluster_options';
import { readSecretFile } from './read_given_file';
import { fetchCa, readCa } from './trusted_ca';

const PROTOCOLS = ['http:', 'https:'];

type Environment = Readonly<Record<string, string | undefined>>;
type Auth = NonNullable<ClientOptions['auth']>;

/** An address and everything that is needed to use it. */
export interface ClusterAccess {
  /** Without user and password. */
  readonly url: URL;
  readonly options: ClientOptions;
}

/** @throws UserError if it is not an http or https address */
function parseAddress(address: string): URL {
  if (!URL.canParse(address) || !PROTOCOLS.includes(new URL(address).protocol)) {
    // What stands before "@" may be a password.
    const shown = address.includes('@') ? 'that' : `"${address}"`;
    throw new UserError(`${shown} is not an address: write it as http://host:9200`, 2);
  }
  return new URL(address);
}

/** Elasticsearch shows a key both encoded, and as id and key. Both are accepted. */
function apiKeyAuth(text: string): Auth {
  const [id = '', apiKey] = text.split(':', 2);
  return { apiKey: apiKey === undefined ? text : { id, api_key: apiKey } };
}

async function authOf(credentials: Credentials, signal: AbortSignal): Promise<Auth> {
  const { kind, secret } = credentials;
  const what = kind === 'api_key' ? 'an API key' : 'a password';
  const text = 'text' in secret ? secret.text : await readSecretFile(secret.file, what, signal);
  return kind === 'api_key' ? apiKeyAuth(text) : { username: credentials.username, password: text };
}

function caInEnvironment(environment: Environment): Pick<ClusterOptions, 'ca' | 'caFingerprint'> {
  const ca = variable(environment, 'ca');
  const caFingerprint = variable(environment, 'caFingerprint');
  if (ca !== undefined && caFingerprint !== undefined) {
    throw new UserError(
      `${VARIABLES.ca} and ${VARIABLES.caFingerprint} are both set: unset one of them`,
      2,
    );
  }
  return { ...(ca && { ca }), ...(caFingerprint && { caFingerprint }) };
}

/** The CA to trust; undefined if those of the machine are used. */
async function caOf(
  options: ClusterOptions,
  url: URL,
  environment: Environment,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (options.ca !== undefined && options.caFingerprint !== undefined) {
    throw new UserError(`${FLAGS.ca} and ${FLAGS.caFingerprint} name the same thing: give one`, 2);
  }
  const isTyped = options.ca !== undefined || options.caFingerprint !== undefined;
  if (url.protocol !== 'https:') {
    if (!isTyped) return undefined;
    throw new UserError(`a CA is for addresses that begin with https://, not ${url.origin}`, 2);
  }
  const named = isTyped ? options : caInEnvironment(environment);
  if (named.ca !== undefined) return readCa(named.ca, signal);
  const { caFingerprint: fingerprint } = named;
  return fingerprint === undefined ? undefined : fetchCa(url, fingerprint, signal);
}

/**
 * What the client needs to reach the cluster at `address`. Files are read, and a CA that is
 * identified by its fingerprint is fetched.
 *
 * @throws UserError if something is missing or wrong; errors of the connection
 */
export async function accessTo(
  address: string,
  options: ClusterOptions,
  environment: Environment,
  signal: AbortSignal,
): Promise<ClusterAccess> {
  const url = parseAddress(address);
  const credentials = chooseCredentials(options, url, environment);
  url.username = '';
  url.password = '';
  const ca = await caOf(options, url, environment, signal);
  const auth = credentials === undefined ? undefined : await authOf(credentials, signal);
  return {
    url,
    options: {
      node: url.href,
      ...(auth === undefined ? {} : { auth }),
      ...(ca === undefined ? {} : { tls: { ca } }),
    },
  };
}
