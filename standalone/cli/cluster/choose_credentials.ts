import { UserError } from '../basics/user_error';
import { FLAGS, VARIABLES, type ClusterOptions } from './cluster_options';

/** A secret, or the file that holds it. */
export type Secret = { readonly text: string } | { readonly file: string };

/** The identity of a command for the cluster. */
export type Credentials =
  | { readonly kind: 'api_key'; readonly secret: Secret }
  | { readonly kind: 'password'; readonly username: string; readonly secret: Secret };

type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as not set. */
export function variable(
  environment: Environment,
  name: keyof typeof VARIABLES,
): string | undefined {
  const value = environment[VARIABLES[name]];
  return value === '' ? undefined : value;
}

function secretIn(
  environment: Environment,
  text: 'password' | 'apiKey',
  file: 'passwordFile' | 'apiKeyFile',
): Secret | undefined {
  const [held, place] = [variable(environment, text), variable(environment, file)];
  if (held !== undefined && place !== undefined) {
    throw new UserError(
      `${VARIABLES[text]} and ${VARIABLES[file]} are both set: unset one of them`,
      2,
    );
  }
  if (held !== undefined) return { text: held };
  return place === undefined ? undefined : { file: place };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A "%" that was typed literally.
    return text;
  }
}

function withPassword(username: string, secret: Secret | undefined): Credentials {
  if (secret !== undefined) return { kind: 'password', username, secret };
  throw new UserError(
    `there is no password for "${username}": set ${VARIABLES.password}, or give ${FLAGS.passwordFile} FILE`,
    2,
  );
}

function fromEnvironment(environment: Environment): Credentials | undefined {
  const apiKey = secretIn(environment, 'apiKey', 'apiKeyFile');
  const username = variable(environment, 'user');
  const password = secretIn(environment, 'password', 'passwordFile');
  if (apiKey !== undefined && username !== undefined) {
    throw new UserError(`an API key and ${VARIABLES.user} are both set: unset one of them`, 2);
  }
  if (apiKey !== undefined) return { kind: 'api_key', secret: apiKey };
  if (username !== undefined) return withPassword(username, password);
  if (password === undefined) return undefined;
  throw new UserError(`a password is set, but no user: set ${VARIABLES.user} too`, 2);
}

/**
 * The identity of a command for the cluster at `address`: from an option, else from the address,
 * else from the environment; undefined without credentials.
 *
 * @throws UserError if two are given at once, or a user without a password
 */
export function chooseCredentials(
  options: ClusterOptions,
  address: URL,
  environment: Environment,
): Credentials | undefined {
  const { user, passwordFile, apiKeyFile } = options;
  const inAddress = { user: decoded(address.username), password: decoded(address.password) };
  if (apiKeyFile !== undefined) {
    if (user !== undefined || passwordFile !== undefined) {
      throw new UserError('give a user with a password, or an API key, not both', 2);
    }
    return { kind: 'api_key', secret: { file: apiKeyFile } };
  }
  if (user !== undefined && inAddress.user !== '' && inAddress.user !== user) {
    throw new UserError(`--user and the address name two users: give one of them`, 2);
  }
  const typed = user ?? (inAddress.user === '' ? undefined : inAddress.user);
  if (typed === undefined && passwordFile === undefined) return fromEnvironment(environment);
  const username = typed ?? variable(environment, 'user');
  if (username === undefined) {
    throw new UserError(`${FLAGS.passwordFile} needs a user: give ${FLAGS.user} NAME`, 2);
  }
  if (passwordFile !== undefined) return withPassword(username, { file: passwordFile });
  if (inAddress.password !== '') return withPassword(username, { text: inAddress.password });
  return withPassword(username, secretIn(environment, 'password', 'passwordFile'));
}
