import type { Client } from '../../server/elastic/client';
import {
  json,
  startLoopbackCluster,
  type LoopbackCluster,
} from '../../test/fixtures/loopback_cluster';
import { isReading } from '../look/is_reading';
import { connectOpenSearch, type ConnectedClient } from './connect_open_search';

/** Has every part that is looked for in some answer. */
const ANSWER = {
  acknowledged: true,
  count: 3,
  docs: [],
  fields: {},
  found: true,
  hits: { hits: [] },
  index_templates: [],
  indices: [],
  items: [],
  pit_id: 'a point',
  result: 'created',
  status: 'green',
  version: { number: '2.19.6' },
  _shards: { total: 1, failed: 0 },
};

let cluster: LoopbackCluster;
let connected: ConnectedClient;
let client: Client;
beforeEach(async () => {
  cluster = await startLoopbackCluster(json(ANSWER));
  connected = await connectOpenSearch({ node: cluster.url, requestTimeout: 10_000 });
  ({ client } = connected);
});
afterEach(async () => {
  await connected.close();
  await cluster.close();
});

const index = 'logs-*';
const query = { match_all: {} };

/** Calls, and how they arrive: method, address and body. */
const READING: readonly [(client: Client) => Promise<unknown>, string, object?][] = [
  [(c) => c.count({ index, query }), 'POST /logs-*/_count', { query }],
  [(c) => c.count({ index }), 'GET /logs-*/_count'],
  [
    (c) => c.search({ index, size: 2, ignore_unavailable: true, query, sort: ['_shard_doc'] }),
    'POST /logs-*/_search?ignore_unavailable=true',
    { size: 2, query, sort: [{ _id: 'asc' }, { _index: 'asc' }] },
  ],
  [(c) => c.search({ pit: { id: 'a' } }), 'POST /_search', { pit: { id: 'a' } }],
  [(c) => c.fieldCaps({ index, fields: ['a', 'b'] }), 'GET /logs-*/_field_caps?fields=a%2Cb'],
  [
    (c) => c.openPointInTime({ index, keep_alive: '5m', ignore_unavailable: true }),
    'POST /logs-*/_search/point_in_time?keep_alive=5m&ignore_unavailable=true',
  ],
  [(c) => c.closePointInTime({ id: 'a' }), 'DELETE /_search/point_in_time', { pit_id: ['a'] }],
  [
    (c) => c.get({ index: 'logs', id: 'a b', realtime: false }),
    'GET /logs/_doc/a%20b?realtime=false',
  ],
  [(c) => c.info({}), 'GET /'],
  [(c) => c.ping({}), 'HEAD /'],
  [(c) => c.indices.exists({ index: 'logs' }), 'HEAD /logs'],
  [(c) => c.indices.get({ index, flat_settings: true }), 'GET /logs-*?flat_settings=true'],
  [(c) => c.indices.getIndexTemplate({ name: 'logs' }), 'GET /_index_template/logs'],
  [(c) => c.indices.getTemplate({}), 'GET /_template'],
  [(c) => c.indices.getSettings({ index, name: 'a' }), 'GET /logs-*/_settings/a'],
  [(c) => c.indices.stats({ index: ['a', 'b'], metric: ['docs'] }), 'GET /a%2Cb/_stats/docs'],
  [(c) => c.indices.resolveIndex({ name: index }), 'GET /_resolve/index/logs-*'],
  [(c) => c.cluster.health({ index, level: 'shards' }), 'GET /_cluster/health/logs-*?level=shards'],
  [
    (c) =>
      c.transport.request({ method: 'GET', path: '/_resolve/index/*', querystring: { a: true } }),
    'GET /_resolve/index/*?a=true',
  ],
];

const WRITING: typeof READING = [
  [
    (c) => c.index({ index: 'logs', id: 'a', op_type: 'create', document: { b: 1 } }),
    'PUT /logs/_doc/a?op_type=create',
    { b: 1 },
  ],
  [(c) => c.delete({ index: 'logs', id: 'a', refresh: true }), 'DELETE /logs/_doc/a?refresh=true'],
  [(c) => c.indices.addBlock({ index: 'logs', block: 'write' }), 'PUT /logs/_block/write'],
  [(c) => c.indices.create({ index: 'logs', mappings: {} }), 'PUT /logs', { mappings: {} }],
  [(c) => c.indices.delete({ index: 'logs' }), 'DELETE /logs'],
  [
    (c) => c.indices.putIndexTemplate({ name: 'logs', index_patterns: ['l*'] }),
    'POST /_index_template/logs',
    { index_patterns: ['l*'] },
  ],
  [(c) => c.indices.refresh({ index: 'logs' }), 'GET /logs/_refresh'],
];

const OTHERS: typeof READING = [
  [
    (c) => c.mget({ index: 'logs', ids: ['a'], _source_includes: ['b'] }),
    'POST /logs/_mget?_source_includes=b',
    { ids: ['a'] },
  ],
  [
    (c) => c.cluster.allocationExplain({ index: 'logs', shard: 0, primary: true }),
    'POST /_cluster/allocation/explain',
    { index: 'logs', shard: 0, primary: true },
  ],
];

describe('what OpenSearch is asked', () => {
  // The rest of a row: a third parameter of a row of two would be the callback of the test.
  it.each([...READING, ...WRITING, ...OTHERS])('%#: %s', async (...[call, address, body]) => {
    await call(client);
    const [arrived] = cluster.arrived;
    expect(`${arrived?.method} ${arrived?.url}`).toBe(address);
    expect(arrived?.body).toBe(body === undefined ? '' : JSON.stringify(body));
    expect(arrived?.headers.accept).toBe('application/json');
  });

  it('is a line for each operation of a bulk request', async () => {
    const operations = [{ create: { _index: 'logs' } }, '{"a":1}'];
    await client.bulk({ operations, timeout: '10s', filter_path: 'items.create.status' });
    const [{ method, url, headers, body } = {} as never] = cluster.arrived;
    expect([method, url, headers['content-type'], body]).toEqual([
      'POST',
      '/_bulk?timeout=10s&filter_path=items.create.status',
      'application/x-ndjson',
      '{"create":{"_index":"logs"}}\n{"a":1}\n',
    ]);
  });

  it('is the bytes of a bulk request as they are', async () => {
    const lines = '{"create":{"_index":"logs"}}\n{"a":"é\u2028"}\n';
    const asked = { method: 'POST', path: '/_bulk', querystring: { timeout: '10s' } };
    await client.transport.request({ ...asked, bulkBody: Buffer.from(lines) });
    const [{ method, url, headers, body } = {} as never] = cluster.arrived;
    expect([method, url, headers['content-type'], body]).toEqual([
      ...['POST', '/_bulk?timeout=10s', 'application/x-ndjson'],
      lines,
    ]);
  });

  it('is not about users and rights, which it could not answer', async () => {
    for (const path of ['/_security/user/_has_privileges', '/_security/_authenticate']) {
      await expect(client.transport.request({ method: 'GET', path })).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: 404,
      });
    }
    const ignore = [404];
    expect(await client.security.getUser({ username: 'ann' }, { ignore })).toMatchObject({
      status: 404,
    });
    expect(cluster.arrived).toEqual([]);
  });

  it('is known as reading or writing by its address', async () => {
    for (const [call] of [...READING, ...WRITING]) await call(client);
    const reads = cluster.arrived.map(({ method, url }) =>
      isReading(method, url.split('?')[0] ?? ''),
    );
    expect(reads).toEqual([...READING.map(() => true), ...WRITING.map(() => false)]);
  });
});

describe('what OpenSearch answers', () => {
  it('is returned in the terms of Elasticsearch', async () => {
    expect(await client.count({ index })).toEqual(ANSWER);
    expect(await client.openPointInTime({ index, keep_alive: '1m' })).toMatchObject({
      id: 'a point',
    });
    expect(await client.indices.exists({ index: 'logs' })).toBe(true);
    expect(await client.ping({})).toBe(true);
  });
});
