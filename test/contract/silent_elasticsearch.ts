import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';

/** An Elasticsearch that takes every request and answers none. */
export interface SilentElasticsearch {
  readonly client: Client;
  /** Resolves when a request has come and its sender has hung up. */
  readonly nextLost: () => Promise<void>;
  /** Resolves when the next request has come. */
  readonly nextArrived: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts it. */
export async function startSilentElasticsearch(): Promise<SilentElasticsearch> {
  const arrived = new Set<() => void>();
  const lost = new Set<() => void>();
  const tell = (listeners: Set<() => void>): void => {
    listeners.forEach((listener) => listener());
    listeners.clear();
  };
  const server = createServer((request, response) => {
    request.resume();
    response.on('close', () => tell(lost));
    tell(arrived);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new Client({ node: `http://127.0.0.1:${port}`, maxRetries: 0 });
  const next = (listeners: Set<() => void>) => () =>
    new Promise<void>((resolve) => void listeners.add(resolve));
  const close = async (): Promise<void> => {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { client, nextArrived: next(arrived), nextLost: next(lost), close };
}
