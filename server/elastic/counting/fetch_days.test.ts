import { Client } from '@elastic/elasticsearch';
import { daysBefore } from '../../../common/time/day';
import { localDay, type LocalDay } from '../../../common/time/local_day';
import { MemoryCluster, memoryConnection } from '../../../standalone/memory';
import {
  fakeElasticsearch,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import { fetchCounts } from './fetch_counts';
import { daysInOneSearch, fetchDays } from './fetch_days';
import { SourceSizes } from './source_sizes';

const signal = new AbortController().signal;
const source = countsSource({ index: 'logs', filter: [] });
const group = {
  index: 'logs',
  fields: new Map<string, string>(),
  subtype_kind: 'keyword',
  unusable: null,
};
const ZONE = 'America/Toronto';
/** The clock goes back on 2026-11-01. */
const days = ['2026-11-02', ...daysBefore('2026-11-02', 3)].map((day) => localDay(day, ZONE));

async function memoryWith(documents: readonly object[]): Promise<Client> {
  const client = new Client({
    node: 'http://in-memory.invalid',
    Connection: memoryConnection(new MemoryCluster()),
  });
  const mappings = {
    properties: { '@timestamp': { type: 'date' }, severity: { type: 'keyword' } },
  } as const;
  await client.indices.create({ index: 'logs', mappings });
  const operations = documents.flatMap((document) => [{ index: { _index: 'logs' } }, document]);
  await client.bulk({ operations, refresh: true });
  return client;
}

async function oneByOne(client: Client) {
  const sorted = [...days].sort((a, b) => a.from - b.from);
  const counted = [];
  for (const day of sorted) {
    const answer = await fetchCounts(client, source, group, day, new SourceSizes(), signal);
    if (answer.state === 'known') counted.push(answer.value);
  }
  return counted.map((one) => ({ ...one, series: new Map(one.series) }));
}

async function atOnce(client: Client, some: readonly LocalDay[] = days) {
  const answer = await fetchDays(client, source, group, some, signal);
  if (answer.state === 'unknown') throw new Error(answer.reason);
  const value = answer.value.map((one) => ({ ...one, series: new Map(one.series) }));
  return { value, searches: answer.searches };
}

const from = days.reduce((least, day) => Math.min(least, day.from), Infinity);
const plain = Array.from({ length: 500 }, (_, place) => ({
  '@timestamp': new Date(from - 3_600_000 + place * 700_000).toISOString(),
  ...(place % 7 === 0 ? {} : { severity: `s${place % 5}` }),
}));

let fake: FakeElasticsearch | undefined;
afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

describe('fetchDays', () => {
  it('counts in one search what a search of each day counts, a change of the clock included', async () => {
    const client = await memoryWith(plain);
    const { value, searches } = await atOnce(client);
    expect(value).toEqual(await oneByOne(client));
    expect([value.length, searches]).toEqual([4, 1]);
    expect(value.every(({ documents }) => documents > 100)).toBe(true);
  });

  it('does so, by one search more, where documents have several subtypes or times', async () => {
    const [first, second] = [days[1], days[0]].map((day) => day?.from ?? 0);
    const client = await memoryWith([
      ...plain,
      { '@timestamp': new Date(from).toISOString(), severity: ['s1', 's2'] },
      { '@timestamp': [first, second], severity: 's9' },
      { '@timestamp': [first, 0] },
    ]);
    const { value, searches } = await atOnce(client);
    expect(value).toEqual(await oneByOne(client));
    expect(searches).toBe(2);
  });

  it('leaves days to be counted one by one where a shard failed or series are too many', async () => {
    const whole = { total: 2, successful: 2, skipped: 0, failed: 0 };
    const failed = { ...whole, failed: 1, failures: [{ reason: { reason: 'disk gone' } }] };
    const answers = [
      { _shards: failed, sum_other_doc_count: 0 },
      { _shards: whole, sum_other_doc_count: 1 },
    ];
    fake = await fakeElasticsearch(() => {
      const { _shards, ...others } = answers.shift() ?? { _shards: whole };
      const aggregations = { days: { buckets: [] }, series: { buckets: [], ...others } };
      return { body: { took: 1, timed_out: false, _shards, hits: { hits: [] }, aggregations } };
    });
    const { client } = fake;
    const ask = () => fetchDays(client, source, group, days, signal);
    expect(await ask()).toMatchObject({ state: 'unknown', searches: 1 });
    expect(await ask()).toMatchObject({ state: 'unknown', reason: 'too many series' });
  });

  it('leaves them at once where memory is short, since a day alone needs less', async () => {
    const error = { type: 'circuit_breaking_exception', reason: 'data too large' };
    fake = await fakeElasticsearch(() => ({ status: 429, body: { error } }));
    const answer = await fetchDays(fake.client, source, group, days, signal);
    expect(answer).toMatchObject({ state: 'unknown', reason: 'data too large' });
    expect(fake.requests).toHaveLength(1);
  });

  it('asks nothing for days that do not follow each other, or have other bins', async () => {
    fake = await fakeElasticsearch(() => ({ status: 500, body: {} }));
    const { client } = fake;
    const apart = [days[0], days[2]].flatMap((day) => day ?? []);
    const odd = ['2026-10-03', '2026-10-04'].map((day) => localDay(day, 'Australia/Lord_Howe'));
    for (const some of [apart, odd]) {
      const answer = await fetchDays(client, source, group, some, signal);
      expect(answer).toMatchObject({ state: 'unknown', searches: 0 });
    }
    expect(fake.requests).toEqual([]);
  });
});

describe('daysInOneSearch', () => {
  const [day = localDay('2026-11-02', ZONE)] = days;
  const inOne = (series: number, parts: object = {}, sizes = new SourceSizes()): number =>
    daysInOneSearch({ ...source, ...parts }, group, day, series, sizes);

  it('leaves room for twice as many series as one day has', () => {
    expect([inOne(10), inOne(100), inOne(500)]).toEqual([123, 12, 2]);
  });

  it('is for no source that is counted in pages', () => {
    expect(inOne(10, { subtype_fields: ['a', 'b'] })).toBe(0);
    const sizes = new SourceSizes();
    sizes.noteCrowded(source);
    expect(inOne(10, {}, sizes)).toBe(0);
    expect(
      daysInOneSearch(source, { ...group, subtype_kind: 'boolean' }, day, 1, new SourceSizes()),
    ).toBe(0);
  });
});
