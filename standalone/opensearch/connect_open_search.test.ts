import { readFileSync } from 'node:fs';
import { TEST_CA } from '../../test/fixtures/fake_cluster';
import {
  json,
  startLoopbackCluster,
  type LoopbackCluster,
} from '../../test/fixtures/loopback_cluster';
import { assertReading, HeldBack } from '../look';
import {
  connectOpenSearch,
  type ConnectedClient,
  type OpenSearchAccess,
} from './connect_open_search';

let cluster: LoopbackCluster;
let connected: ConnectedClient | undefined;
afterEach(async () => {
  await connected?.close();
  await cluster.close();
  connected = undefined;
});

async function connect(
  access: Omit<OpenSearchAccess, 'node' | 'requestTimeout'> = {},
  hasTls = false,
  assertMaySend?: typeof assertReading,
): Promise<ConnectedClient> {
  cluster = await startLoopbackCluster(json({ count: 3, ['__proto__']: { a: 1 } }), hasTls);
  const whole = { ...access, node: cluster.url, requestTimeout: 60_000 };
  connected = await connectOpenSearch(whole, assertMaySend);
  return connected;
}

describe('a connection to OpenSearch', () => {
  it.each([
    [
      { username: 'ann', password: 'sécret' },
      `Basic ${Buffer.from('ann:sécret').toString('base64')}`,
    ],
    [{ username: 'ann', password: '' }, `Basic ${Buffer.from('ann:').toString('base64')}`],
    [{ apiKey: 'ZW5jb2RlZA==' }, 'ApiKey ZW5jb2RlZA=='],
    [{ apiKey: { id: 'i', api_key: 'k' } }, `ApiKey ${Buffer.from('i:k').toString('base64')}`],
    [{ bearer: 'token' }, 'Bearer token'],
  ])('logs in: %j', async (auth, authorization) => {
    const { client } = await connect({ auth });
    await client.count({});
    expect(cluster.arrived[0]?.headers.authorization).toBe(authorization);
  });

  it('sends no identity if it has none, and stays open', async () => {
    const { client } = await connect();
    for (let time = 0; time < 3; time += 1) await client.count({});
    expect(cluster.arrived.map(({ headers }) => headers.authorization)).toEqual(
      Array.from({ length: 3 }),
    );
    expect(cluster.connections()).toBe(1);
  });

  it('trusts the CA that was given, and no other certificate', async () => {
    const { client } = await connect({ tls: { ca: readFileSync(TEST_CA, 'utf8') } }, true);
    expect((await client.count({})).count).toBe(3);
    await connected?.close();
    await cluster.close();
    const auth = { username: 'ann', password: 'secret' };
    const stranger = await connect({ auth, maxRetries: 0 }, true);
    await expect(stranger.client.count({})).rejects.toMatchObject({
      name: 'ConnectionError',
      message: expect.stringContaining('certificate') as string,
    });
    expect(cluster.arrived).toEqual([]);
  });

  it('accepts a field of any name', async () => {
    const { client } = await connect();
    expect(Object.keys(await client.count({}))).toEqual(['count', '__proto__']);
  });

  it('throws before it sends what may not be sent', async () => {
    const { client } = await connect({}, false, assertReading);
    const writes = [
      client.index({ index: 'logs', document: {} }),
      client.bulk({ operations: [{ delete: { _index: 'logs', _id: '1' } }] }),
      client.bulk({ index: 'logs', operations: [{ delete: { _id: '1' } }] }),
      client.delete({ index: 'logs', id: '1' }),
      client.indices.addBlock({ index: 'logs', block: 'write' }),
      client.indices.create({ index: 'logs' }),
      client.indices.delete({ index: 'logs' }),
      client.indices.putIndexTemplate({ name: 'logs', index_patterns: ['logs'] }),
      client.indices.refresh({ index: 'logs' }),
      client.transport.request({ method: 'POST', path: '/logs/_update_by_query' }),
      client.transport.request({ method: 'PUT', path: '/_search/point_in_time' }),
    ];
    for (const write of writes) await expect(write).rejects.toThrow(HeldBack);
    expect(cluster.arrived).toEqual([]);
    expect((await client.count({ index: 'logs' })).count).toBe(3);
  });
});

it('the package of OpenSearch is not loaded before it is needed', async () => {
  cluster = await startLoopbackCluster(json({}));
  const loaded = jest.fn();
  await jest.isolateModulesAsync(async () => {
    jest.doMock('@opensearch-project/opensearch', () => {
      loaded();
      return jest.requireActual<object>('@opensearch-project/opensearch');
    });
    const { connectOpenSearch: connectNow } = await import('.');
    expect(loaded).not.toHaveBeenCalled();
    connected = await connectNow({ node: cluster.url, requestTimeout: 1 });
    expect(loaded).toHaveBeenCalledTimes(1);
  });
});
