import { Client, UndiciConnection } from '@elastic/elasticsearch';
import { connectionThat } from '../connection';
import { readingConnection } from './reading_connection';

const PRODUCT = { 'x-elastic-product': 'Elasticsearch', 'content-type': 'application/json' };

/** A client that only reads, and what it has sent. */
function readingClient() {
  const sent: string[] = [];
  const Recording = connectionThat(UndiciConnection, ({ method, path }) => {
    sent.push(`${method} ${path}`);
    return Promise.resolve({ statusCode: 200, headers: PRODUCT, body: '{"count":3}' });
  });
  const Connection = readingConnection(Recording);
  const client = new Client({ node: 'http://nobody.invalid', Connection, maxRetries: 0 });
  return { client, sent };
}

describe('a connection that only reads', () => {
  it('sends what reads', async () => {
    const { client, sent } = readingClient();
    expect((await client.count({ index: 'logs-*' })).count).toBe(3);
    expect(sent).toEqual(['GET /logs-*/_count']);
  });

  it('throws before it sends what could write', async () => {
    const { client, sent } = readingClient();
    const writes = [
      client.index({ index: 'logs', document: {} }),
      client.bulk({ operations: [{ delete: { _index: 'logs', _id: '1' } }] }),
      client.updateByQuery({ index: 'logs' }),
      client.indices.delete({ index: 'logs' }),
      client.indices.putIndexTemplate({ name: 'logs' }),
      client.indices.refresh({ index: 'logs' }),
    ];
    for (const write of writes) {
      await expect(write).rejects.toThrow('not sent, because looking writes nothing: ');
    }
    expect(sent).toEqual([]);
  });
});
