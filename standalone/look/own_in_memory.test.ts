import { Client } from '@elastic/elasticsearch';
import { connectionThat } from '../connection';
import { memoryConnection, MemoryCluster } from '../memory';
import { UndiciConnection } from '@elastic/elasticsearch';
import { ownInMemory } from './own_in_memory';

const PRODUCT = { 'x-elastic-product': 'Elasticsearch', 'content-type': 'application/json' };
const node = 'http://nobody.invalid';

/** A client whose own indices are in memory, and what it asks of others. */
function dividedClient() {
  const asked: string[] = [];
  const Recording = connectionThat(UndiciConnection, ({ method, path }) => {
    asked.push(`${method} ${path}`);
    return Promise.resolve({ statusCode: 200, headers: PRODUCT, body: '{"count":3}' });
  });
  const own = new MemoryCluster();
  const client = ownInMemory(
    new Client({ node, Connection: memoryConnection(own) }),
    new Client({ node, Connection: Recording, maxRetries: 0 }),
  );
  return { client, own, asked };
}

describe('a client with its own indices in memory', () => {
  it("keeps Logwave's own indices in memory", async () => {
    const { client, own, asked } = dividedClient();
    const index = 'logwave-findings';
    await client.index({ index, id: 'a', document: { day: '2015-04-01' } });
    expect(own.indices.has(index)).toBe(true);
    await client.bulk({ index, operations: [{ index: { _id: 'b' } }, { day: '2015-04-02' }] });
    await client.indices.refresh({ index });
    expect((await client.count({ index: 'logwave-*' })).count).toBe(2);
    const { id } = await client.openPointInTime({ index, keep_alive: '1m' });
    const { hits } = await client.search({ pit: { id }, sort: [{ _shard_doc: 'asc' }] });
    expect(hits.hits.map(({ _id }) => _id)).toEqual(['a', 'b']);
    await client.closePointInTime({ id });
    await client.indices.getIndexTemplate({ name: 'logwave-*' }, { ignore: [404] });
    const path = '/_resolve/index/logwave-findings';
    expect(await client.transport.request({ method: 'GET', path })).toMatchObject({
      indices: [{ name: index }],
    });
    expect(asked).toEqual([]);
  });

  it('asks others about everything else', async () => {
    const { client, asked } = dividedClient();
    await client.count({ index: 'logs-*' });
    await client.count({ index: 'logwave-findings,logs-*' });
    await client.search({ pit: { id: 'opaque' } });
    await client.mget({ docs: [{ _index: 'logwave-findings', _id: 'a' }] });
    await client.indices.get({ index: ['logs-1', 'logwave-findings'] });
    await client.indices.getIndexTemplate({});
    await client.info({});
    await client.transport.request({ method: 'GET', path: '/_resolve/index/*' });
    expect(asked).toEqual([
      'GET /logs-*/_count',
      'GET /logwave-findings%2Clogs-*/_count',
      'POST /_search',
      'POST /_mget',
      'GET /logs-1%2Clogwave-findings',
      'GET /_index_template',
      'GET /',
      'GET /_resolve/index/*',
    ]);
  });
});
