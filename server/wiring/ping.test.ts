import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';
import type { Wait } from '../app/basics';
import { answerError } from './answer_error';
import { assertAnswers } from './ping';

const { signal } = new AbortController();
const never: Wait = () => new Promise(() => undefined);

describe('assertAnswers', () => {
  const servers: Server[] = [];
  const clients: Client[] = [];
  const clientOf = (node: string): Client => {
    const client = new Client({ node });
    clients.push(client);
    return client;
  };
  const serving = async (listener: RequestListener): Promise<Client> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  };
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    servers.forEach((server) => {
      server.closeAllConnections();
      server.close();
    });
  });
  const codeOf = async (check: Promise<void>): Promise<unknown> =>
    answerError(await check.catch((error: unknown) => error)).attributes?.code;

  it('is content with any answer of Elasticsearch, also a refusal', async () => {
    for (const status of [200, 401, 403]) {
      const headers = { 'x-elastic-product': 'Elasticsearch' };
      const client = await serving((_, response) => response.writeHead(status, headers).end());
      await expect(assertAnswers(client, signal, never)).resolves.toBeUndefined();
    }
  });

  it('fails as unreachable if nothing listens, or if a gateway answers instead', async () => {
    const away = clientOf('http://127.0.0.1:9');
    expect(await codeOf(assertAnswers(away, signal, never))).toBe('elasticsearch_unreachable');
    const gateway = await serving((_, response) => response.writeHead(502).end());
    expect(await codeOf(assertAnswers(gateway, signal, never))).toBe('elasticsearch_refused');
  });

  it('fails as unreachable, and hangs up, if a ping is taken and not answered', async () => {
    let hungUp: () => void = () => undefined;
    const lost = new Promise<void>((resolve) => (hungUp = resolve));
    let taken: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (taken = resolve));
    const client = await serving((_, response) => {
      response.on('close', () => hungUp());
      taken();
    });
    const waited: number[] = [];
    const wait: Wait = async (ms) => {
      waited.push(ms);
      await asked;
    };
    const check = assertAnswers(client, signal, wait, () => 0);
    expect(await codeOf(check)).toBe('elasticsearch_unreachable');
    await lost;
    // With the time after which the page asks, this is less than three seconds.
    expect(waited).toEqual([1000]);
  });

  it('does not blame Elasticsearch for the time in which this process was busy itself', async () => {
    let now = 0;
    let waits = 0;
    let answer: () => void = () => undefined;
    const info = () => new Promise<void>((resolve) => (answer = resolve));
    const client = { info } as unknown as Client;
    const wait: Wait = (_ms, asking) => {
      waits += 1;
      now += 4000;
      if (waits === 2) answer();
      return new Promise((resolve, reject) => {
        setImmediate(() => (asking.aborted ? reject(new Error('stopped')) : resolve()));
      });
    };
    await expect(assertAnswers(client, signal, wait, () => now)).resolves.toBeUndefined();
    expect(waits).toBeGreaterThan(1);
  });

  it('stops if the caller is gone', async () => {
    const gone = new AbortController();
    const client = await serving(() => gone.abort());
    await expect(assertAnswers(client, gone.signal)).rejects.toThrow();
  });
});
