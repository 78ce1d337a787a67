import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';
import { unlessAway } from './unless_away';

const { signal } = new AbortController();
const never = new Promise<string>(() => undefined);
/** Once all that is ready has been done. */
const settled = () =>
  new Promise<string>((resolve) => setImmediate(() => resolve('still waiting')));

describe('unlessAway', () => {
  const clients: Client[] = [];
  const clientOf = (node: string): Client => {
    const client = new Client({ node });
    clients.push(client);
    return client;
  };
  afterAll(() => Promise.all(clients.map((client) => client.close())));

  it('stops waiting if nothing listens, with the error of the connection', async () => {
    const client = clientOf('http://127.0.0.1:9');
    await expect(unlessAway(never, client, signal)).rejects.toThrow('ECONNREFUSED');
  });

  it('has waited less than three seconds until it says so', async () => {
    const waited: number[] = [];
    const wait = (ms: number) => Promise.resolve(void waited.push(ms));
    const client = clientOf('http://127.0.0.1:9');
    await expect(unlessAway(never, client, signal, wait)).rejects.toThrow('ECONNREFUSED');
    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(3000);
  });

  it('leaves one that takes a question and answers none to the page, which says that nothing comes', async () => {
    const asked = jest.fn();
    const ping = () => new Promise<void>(() => void asked());
    const client = { ping } as unknown as Client;
    const wait = () => Promise.resolve();
    const answer = Promise.race([unlessAway(never, client, signal, wait), settled()]);
    expect(await answer).toBe('still waiting');
    expect(asked).toHaveBeenCalledTimes(1);
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

  it('returns or throws what the work does, and stops checking', async () => {
    const ping = jest.fn();
    const client = { ping } as unknown as Client;
    expect(await unlessAway(Promise.resolve(1), client, signal)).toBe(1);
    await expect(unlessAway(Promise.reject(new Error('wrong')), client, signal)).rejects.toThrow(
      'wrong',
    );
    expect(ping).not.toHaveBeenCalled();
  });
});
