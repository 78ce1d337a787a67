import type { Client } from '@elastic/elasticsearch';

/** The address of the cluster of a client, without a slash at its end. */
export function addressOf(client: Client): string {
  const [connection] = client.connectionPool.connections;
  if (connection === undefined) throw new Error('the client has no address');
  return connection.url.href.replace(/\/$/, '');
}
