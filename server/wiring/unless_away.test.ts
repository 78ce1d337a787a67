import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';
import { unlessAway } from './unless_away';

const { signal } = new AbortController();
const never = new Promise<string>(() => undefined);

describe('unlessAway', () => {
  const clients: Client[] = [];
  const clientOf = (node: string): Client => {
    const client = new Client({ node });
    clients.push(client);
    return client;
  };
  afterAll(() => Promise.all(clients.map((client) => client.close())));

  it('ends waiting where nobody listens, with the error of the connection', async () => {
    const client = clientOf('http://127.0.0.1:9');
    await expect(unlessAway(never, client, signal)).rejects.toThrow('ECONNREFUSED');
  });

  it('waits for one that is slow, or that refuses the question', async () => {
    const server = createServer((_, response) => response.writeHead(403).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const asked = new Promise<void>((resolve) => server.once('request', () => resolve()));
    const client = clientOf(`http://127.0.0.1:${port}`);
    const answer = unlessAway(
      asked.then(() => 'the answer'),
      client,
      signal,
    );
    expect(await answer).toBe('the answer');
    server.closeAllConnections();
    server.close();
  });

  it('gives what the work gives or throws, and looks no more', async () => {
    const ping = jest.fn();
    const client = { ping } as unknown as Client;
    expect(await unlessAway(Promise.resolve(1), client, signal)).toBe(1);
    await expect(unlessAway(Promise.reject(new Error('wrong')), client, signal)).rejects.toThrow(
      'wrong',
    );
    expect(ping).not.toHaveBeenCalled();
  });
});
