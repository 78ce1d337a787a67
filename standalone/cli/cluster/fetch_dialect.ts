import type { Client } from '@elastic/elasticsearch';
import { OK, UNAUTHORIZED } from '../../../common/http';
import { type Dialect, dialectOf, type Greeting } from '../../opensearch';
import { UserError } from '../basics/user_error';
import { explainTls } from './explain_connection';
import { fetchShownChain } from './fetch_shown_chain';

/**
 * Sends requests below the client's own check, which hides answers that do not come from
 * Elasticsearch.
 */
async function fetchGreeting(
  client: Client,
  signal: AbortSignal,
): Promise<Greeting & { readonly status: number }> {
  const [connection] = client.connectionPool.connections;
  if (connection === undefined) throw new Error('the client has no connection');
  const { statusCode, headers, body } = await connection.request(
    { method: 'GET', path: '/', headers: { accept: 'application/json' } },
    { requestId: 'product', name: 'logwave', context: null, signal },
  );
  return { status: statusCode, headers, body: body.toString() };
}

async function speaksTls(url: URL, signal: AbortSignal): Promise<boolean> {
  return fetchShownChain(url, signal).then(
    () => true,
    () => false,
  );
}

async function explain(
  error: Error,
  url: URL,
  hasCa: boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (url.protocol === 'https:') return explainTls(error.message, url, hasCa);
  if (!(await speaksTls(url, signal))) return undefined;
  return `${url.origin} answers with TLS only: write the address with https://`;
}

/**
 * The dialect of the cluster. It fails at once on errors that no retry will change: something else
 * answers, or the connection cannot be trusted. Errors that may pass, such as no connection, are
 * left to the request that follows.
 *
 * @param url without user and password
 * @param hasCa whether the user has named a CA
 * @throws UserError with what is wrong
 */
export async function fetchDialect(
  client: Client,
  url: URL,
  hasCa: boolean,
  signal: AbortSignal,
): Promise<Dialect['kind']> {
  try {
    const greeting = await fetchGreeting(client, signal);
    // A proxy before the cluster may answer so: whose login it is says nothing of the product.
    if (greeting.status === UNAUTHORIZED) {
      throw new UserError(
        `the login was refused: ${url.origin} does not accept the user name and password, or the API key`,
      );
    }
    const dialect = dialectOf(greeting);
    if (dialect.kind === 'refused') throw new UserError(dialect.words);
    // Any other status may be that of trouble that passes.
    if (dialect.kind === 'unknown' && greeting.status === OK) {
      throw new UserError(
        `what answers at ${url.origin} is neither Elasticsearch nor OpenSearch: check that the address is right`,
      );
    }
    return dialect.kind;
  } catch (error) {
    if (signal.aborted || error instanceof UserError || !(error instanceof Error)) throw error;
    const words = await explain(error, url, hasCa, signal);
    if (words !== undefined) throw new UserError(words);
    return 'unknown';
  }
}
