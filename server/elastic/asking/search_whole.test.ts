import { localDay } from '../../../common/time';
import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import type { Answer } from '../../app/counting';
import type { Client } from '../client';
import { fetchHoursWithout, fetchIndexGroups } from '../counting';
import { fetchDocumentsOfHost, fetchHostFields, fetchLastEvents } from '../silence';

const { signal } = new AbortController();
const day = localDay('2026-11-20', 'UTC');
const hosts = countsSource({ filter: [], subtype_fields: ['host'] });
const nested = countsSource({ filter: [], subtype_fields: ['alert.id'] });
const usable = { metadata_field: false, searchable: true, aggregatable: true };
const CAPABILITIES = {
  indices: ['logs-1'],
  fields: {
    '@timestamp': { date: { ...usable, type: 'date' } },
    host: { keyword: { ...usable, type: 'keyword' } },
    alert: { nested: { ...usable, type: 'nested', searchable: false, aggregatable: false } },
    'alert.id': { keyword: { ...usable, type: 'keyword' } },
  },
};
const NO_SHARD = { total: 0, successful: 0, skipped: 0, failed: 0 };

type Ask = (client: Client) => Promise<Answer<unknown>>;

/** Asks of indices that say how they map their fields, and then go away. */
async function askOfGone(ask: Ask): Promise<Answer<unknown>> {
  const fake = await fakeElasticsearch(({ path }) => {
    if (path.endsWith('/_field_caps')) return { body: CAPABILITIES };
    return { body: { timed_out: false, _shards: NO_SHARD, hits: { hits: [] } } };
  });
  try {
    return await ask(fake.client);
  } finally {
    await fake.close();
  }
}

describe('a search that no shard answers', () => {
  it.each<[string, Ask]>([
    ['groups', (client) => fetchIndexGroups(client, nested, signal)],
    ['hours without a field', (client) => fetchHoursWithout(client, hosts, day, signal)],
    ['last events', (client) => fetchLastEvents(client, hosts, day, null, signal)],
    ['fields of hosts', (client) => fetchHostFields(client, hosts, ['host'], day, signal)],
  ])('may be answered later where its indices were found just before: %s', async (_what, ask) => {
    const reason = 'no shard answered';
    expect(await askOfGone(ask)).toEqual({ state: 'unknown', reason, is_passing: true });
  });

  it('is not answered later where no index was found', async () => {
    const ask: Ask = (client) => fetchDocumentsOfHost(client, 'logs-*', 'web1', signal);
    expect(await askOfGone(ask)).toEqual({ state: 'unknown', reason: 'no shard answered' });
  });
});
