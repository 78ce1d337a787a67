import type { IncomingMessage, ClientRequest } from 'node:http';
import type { ClientOptions } from '@elastic/elasticsearch';
import type * as OpenSearchPackage from '@opensearch-project/opensearch';
import type { Client } from '../../server/elastic/client';
import { openSearchClient } from './open_search_client';

/** How to reach a cluster, and how long to wait for an answer. */
export type OpenSearchAccess = Pick<ClientOptions, 'auth' | 'tls' | 'maxRetries'> & {
  readonly node: string;
  /** In milliseconds. */
  readonly requestTimeout: number;
};

/** Throws if a request must not be sent. */
export type AssertMaySend = (request: { readonly method: string; readonly path: string }) => void;

/** A client that has to be closed. */
export interface ConnectedClient {
  readonly client: Client;
  close(): Promise<void>;
}

function inBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** OpenSearch's client itself knows no API keys, and no empty passwords. */
function authorizationOf(auth: NonNullable<ClientOptions['auth']>): string {
  if ('bearer' in auth) return `Bearer ${auth.bearer}`;
  if ('username' in auth) return `Basic ${inBase64(`${auth.username}:${auth.password}`)}`;
  const { apiKey } = auth;
  const key = typeof apiKey === 'string' ? apiKey : inBase64(`${apiKey.id}:${apiKey.api_key}`);
  return `ApiKey ${key}`;
}

/**
 * From here on OpenSearch's client does not watch the time any more, and writes errors of the
 * request to standard output. The answer itself has those errors too.
 */
function watchAnswer(request: ClientRequest, answer: IncomingMessage): void {
  request.removeAllListeners('error');
  request.on('error', () => undefined);
  request.once('timeout', () => answer.destroy());
}

type Connection = OpenSearchPackage.Connection;

function watchedConnection(
  Base: typeof OpenSearchPackage.Connection,
  assertMaySend: AssertMaySend,
): typeof OpenSearchPackage.Connection {
  return class WatchedConnection extends Base {
    override request(...[params, callback]: Parameters<Connection['request']>): ClientRequest {
      assertMaySend({ method: params.method ?? 'GET', path: params.path ?? '/' });
      const request = super.request(params, (error, answer) => {
        if (answer !== null) watchAnswer(request, answer);
        callback(error, answer);
      });
      return request;
    }
  };
}

/**
 * OpenSearch's own client.
 *
 * @param openSearch its package
 * @param assertMaySend is asked about each request, with its address as it is sent
 */
export function createOpenSearch(
  openSearch: typeof OpenSearchPackage,
  { auth, tls, node, requestTimeout }: OpenSearchAccess,
  assertMaySend: AssertMaySend = () => undefined,
): OpenSearchPackage.Client {
  return new openSearch.Client({
    node,
    requestTimeout,
    Connection: watchedConnection(openSearch.Connection, assertMaySend),
    // There is one node, and requests themselves find out whether it is there.
    resurrectStrategy: 'none',
    headers: {
      accept: 'application/json',
      ...(auth === undefined ? {} : { authorization: authorizationOf(auth) }),
    },
    ...(tls === undefined ? {} : { ssl: tls }),
    // A document may have a field "__proto__". It is a field like any other.
    disablePrototypePoisoningProtection: true,
  });
}

/**
 * A client of an OpenSearch. The package is loaded only now, so that no other command waits for it.
 *
 * @param assertMaySend is asked about each request, with its address as it is sent
 */
export async function connectOpenSearch(
  access: OpenSearchAccess,
  assertMaySend?: AssertMaySend,
): Promise<ConnectedClient> {
  const own = createOpenSearch(
    await import('@opensearch-project/opensearch'),
    access,
    assertMaySend,
  );
  return { client: openSearchClient(own, access.maxRetries), close: () => own.close() };
}
