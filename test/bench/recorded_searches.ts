import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '@elastic/elasticsearch';

/** A search as it was sent. */
export interface RecordedSearch {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Null where it has none. */
  readonly body: object | null;
}

const IS_SEARCH = /\/_search(?:\?|$)/;
/** Of an answer that is read whole here. */
const OF_THE_WIRE = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'transfer-encoding',
]);

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The searches that some work sends to a cluster, in their order. @param work given another address of it */
export async function recordSearches(
  target: string,
  work: (url: string) => Promise<unknown>,
): Promise<readonly RecordedSearch[]> {
  const searches: RecordedSearch[] = [];
  const server = createServer((request, response) => {
    const pass = async (): Promise<void> => {
      const { method = 'GET', url = '/', headers } = request;
      const body = await textOf(request);
      if (IS_SEARCH.test(url)) {
        searches.push({ method, url, body: body === '' ? null : (JSON.parse(body) as object) });
      }
      const { accept = '*/*', 'content-type': type } = headers;
      const answer = await fetch(`${target}${url}`, {
        method,
        headers: { accept, ...(type === undefined ? {} : { 'content-type': type }) },
        ...(body === '' ? {} : { body }),
      });
      answer.headers.forEach((value, name) => {
        if (!OF_THE_WIRE.has(name)) response.setHeader(name, value);
      });
      response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
    };
    pass().catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return searches;
}

/** Sends a search again, as it was. */
export function sendAgain(client: Client, { method, url, body }: RecordedSearch): Promise<unknown> {
  const [path = '', querystring = ''] = url.split('?');
  return client.transport.request({
    method,
    path,
    querystring,
    ...(body === null ? {} : { body }),
  });
}
