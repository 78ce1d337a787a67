import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { checkedClient } from './checked_client';
import { meteredClient } from './metered_client';

let fake: FakeElasticsearch;
afterEach(() => fake.close());

const found = { hits: { hits: [] }, timed_out: false, took: 1, _shards: { failed: 0 } };

function answer({ path }: ArrivedRequest): FakeAnswer {
  if (path.endsWith('/_count')) return { status: 503, body: { error: { type: 'busy' } } };
  if (path.endsWith('/_search')) return { body: found };
  if (path.endsWith('/_bulk')) {
    const items = [
      { index: { status: 201 } },
      { update: { status: 200 } },
      { update: { status: 409 } },
      { delete: { status: 200 } },
    ];
    return { body: { errors: true, took: 1, items } };
  }
  return { body: { result: 'created', indices: [], fields: {} } };
}

describe('a metered client', () => {
  it('counts searches and documents written, and nothing that is only read or deleted', async () => {
    fake = await fakeElasticsearch(answer);
    const { client, spent } = meteredClient(fake.client);
    expect(spent()).toEqual({ searches: 0, documents_written: 0 });
    await client.search({ index: 'logs' });
    await client.fieldCaps({ index: 'logs', fields: '*' });
    await client.get({ index: 'logwave-runs', id: 'a' });
    await client.delete({ index: 'logwave-runs', id: 'a' });
    await client.indices.refresh({ index: 'logs' });
    expect(spent()).toEqual({ searches: 1, documents_written: 0 });
    await client.bulk({ operations: [{ index: { _index: 'logs' } }, {}] });
    await client.index({ index: 'logwave-counts', id: 'a', document: {} });
    expect(spent()).toEqual({ searches: 1, documents_written: 3 });
  });

  it('counts a search that failed as well', async () => {
    fake = await fakeElasticsearch(answer);
    const { client, spent } = meteredClient(fake.client);
    await expect(client.count({ index: 'logs' }, { maxRetries: 0 })).rejects.toThrow();
    expect(spent()).toEqual({ searches: 1, documents_written: 0 });
  });

  it('leaves the client it was made of alone, and works on a checked one', async () => {
    fake = await fakeElasticsearch(answer);
    const { client, spent } = meteredClient(checkedClient(fake.client));
    await fake.client.search({ index: 'logs' });
    const { body, statusCode } = await client.search({ index: 'logs' }, { meta: true });
    expect([statusCode, body]).toEqual([200, found]);
    expect(spent().searches).toBe(1);
  });
});
