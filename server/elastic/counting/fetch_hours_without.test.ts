import { Client } from '@elastic/elasticsearch';
import { localDay } from '../../../common/time/local_day';
import { MemoryCluster, memoryConnection } from '../../../standalone/memory';
import { countsSource, hoursWith } from '../../../test/fixtures/counts_source';
import { fetchHoursWithout } from './fetch_hours_without';

const { signal } = new AbortController();
const source = countsSource({ index: 'logs-*', filter: [], subtype_fields: ['host'] });
/** The clock goes back at 02:00, when it is 06:00 in UTC. */
const DAY = localDay('2026-11-01', 'America/Toronto');

async function memoryWith(documents: readonly object[]): Promise<Client> {
  const client = new Client({
    node: 'http://in-memory.invalid',
    Connection: memoryConnection(new MemoryCluster()),
  });
  const time = { type: 'date' } as const;
  await client.indices.create({
    index: 'logs-a',
    mappings: { properties: { '@timestamp': time, host: { type: 'keyword' } } },
  });
  // In this one, no document has ever had the field.
  await client.indices.create({
    index: 'logs-b',
    mappings: { properties: { '@timestamp': time } },
  });
  const operations = documents.flatMap((document, place) => [
    { index: { _index: place % 2 === 0 ? 'logs-a' : 'logs-b' } },
    document,
  ]);
  await client.bulk({ operations, refresh: true });
  return client;
}

describe('fetchHoursWithout', () => {
  it('counts by the hours of the wall clock what lacks the field, in all indices', async () => {
    const client = await memoryWith([
      { '@timestamp': '2026-11-01T03:59:59Z' },
      { '@timestamp': '2026-11-01T04:00:00Z' },
      { '@timestamp': '2026-11-01T05:30:00Z' },
      { '@timestamp': '2026-11-01T06:30:00Z' },
      { '@timestamp': '2026-11-01T07:30:00Z', host: 'web1' },
      { '@timestamp': '2026-11-01T07:30:00Z' },
      { '@timestamp': '2026-11-02T04:30:00Z' },
      { '@timestamp': '2026-11-02T05:00:00Z' },
    ]);
    expect(await fetchHoursWithout(client, source, DAY, signal)).toEqual({
      state: 'known',
      value: hoursWith({ 0: 1, 1: 2, 2: 1, 23: 1 }),
    });
  });

  it('is unknown where a shard failed', async () => {
    const client = await memoryWith([{ '@timestamp': '2026-11-01T05:30:00Z' }]);
    const shards = { total: 5, successful: 4, skipped: 0, failed: 1 };
    const failed = { took: 1, timed_out: false, _shards: shards, hits: { hits: [] } };
    const search = (): Promise<unknown> =>
      Promise.resolve({ ...failed, aggregations: { hours: { buckets: [] } } });
    expect(await fetchHoursWithout(Object.assign(client, { search }), source, DAY, signal)).toEqual(
      { state: 'unknown', reason: '1 of 5 shards failed (no reason given)', is_passing: true },
    );
  });
});
