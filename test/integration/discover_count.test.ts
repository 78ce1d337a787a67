import type { Source } from '../../common/sources/source';
import { localDay } from '../../common/time/local_day';
import { usedFields } from '../../server/app/counting/used_fields';
import { fetchCounts } from '../../server/elastic/counting/fetch_counts';
import { fetchIndexGroups } from '../../server/elastic/counting/fetch_index_groups';
import { SourceSizes } from '../../server/elastic/counting/source_sizes';
import { discoverLink } from '../../public/app/basics/discover_link';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const { signal } = new AbortController();

/** As Logstash maps it without a template, as a template maps it, and all of both. */
const INDICES = ['discover-text', 'discover-keyword'] as const;
const DAY = localDay('2018-05-16', 'UTC');
const HOUR = 10;
const SERIES = 'sshd';
const keyword = { type: 'keyword' } as const;
const text = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } } as const;

const source: Source = {
  id: 'discover',
  name: 'Discover',
  index: 'discover-*',
  filter: [{ field: 'type', any_of: ['auth', 'login'] }],
  time_field: '@timestamp',
  subtype_fields: ['program'],
  tag: 'discover_outlier',
  wording: { code: 'program {subtype}', names: [] },
  enabled: true,
};

/** Conditions of all kinds: the first two minutes of the same types. */
const inGroups: Source['filter'] = {
  and: [
    {
      or: [
        { field: 'type', any_of: ['auth'] },
        { field: 'type', any_of: ['login'] },
      ],
    },
    { not: { field: 'type', any_of: ['auth failure'] } },
    { exists: { field: 'program' } },
    { not: { exists: { field: 'nowhere' } } },
    { range: { field: 'minute', gte: 0, lt: 2 } },
  ],
};

/** Those of the series, and those that only contain its words. */
const EVENTS: readonly (readonly [type: string, program: string, hour: number, count: number])[] = [
  ['auth', SERIES, HOUR, 3],
  ['login', SERIES, HOUR, 2],
  ['auth', 'sshd session', HOUR, 4],
  ['auth failure', SERIES, HOUR, 5],
  ['auth', SERIES, HOUR + 1, 6],
];

function documents(): object[] {
  return EVENTS.flatMap(([type, program, hour, count]) =>
    Array.from({ length: count }, (_, minute) => {
      const at = new Date(Date.UTC(2018, 4, 16, hour, minute));
      return { '@timestamp': at.toISOString(), type, program, minute };
    }),
  );
}

/** What Discover would show. */
async function shownCount(asked: Source): Promise<number> {
  const { index } = asked;
  const groups = await fetchIndexGroups(client, asked, signal);
  const fields = usedFields(groups.state === 'known' ? groups.value : []);
  const [range] = DAY.columns[HOUR]?.ranges ?? [];
  const ranges = range === undefined ? [] : [range];
  const link = discoverLink({ source: asked, fields, subtype: SERIES, day: DAY, ranges }, '');
  const filter = (link?.filters ?? []).map(({ query }) => query);
  const { count } = await client.count({ index, query: { bool: { filter } } });
  return count;
}

/** What the host counts. */
async function counted(asked: Source): Promise<number> {
  const groups = await fetchIndexGroups(client, asked, signal);
  let events = 0;
  for (const group of groups.state === 'known' ? groups.value : []) {
    const answer = await fetchCounts(client, asked, group, DAY, new SourceSizes(), signal);
    if (answer.state === 'known') events += answer.value.series.get(SERIES)?.[HOUR] ?? 0;
  }
  return events;
}

beforeAll(async () => {
  for (const index of INDICES) {
    const field = index === 'discover-text' ? text : keyword;
    const properties = { '@timestamp': { type: 'date' }, type: field, program: field } as const;
    await client.indices.create({ index, mappings: { properties } });
    const operations = documents().flatMap((document) => [{ create: {} }, document]);
    await client.bulk({ index, operations, refresh: true });
  }
});
afterAll(async () => {
  await client.indices.delete({ index: [...INDICES], ignore_unavailable: true });
  await client.close();
});

describe('n in Discover', () => {
  it.each([
    ['discover-keyword', source.filter, 5],
    ['discover-text', source.filter, 5],
    ['discover-*', source.filter, 10],
    ['discover-keyword', inGroups, 4],
    ['discover-text', inGroups, 4],
    ['discover-*', inGroups, 8],
  ])('is what the host has counted, in %s by %j', async (index, filter, events) => {
    const asked = { ...source, index, filter };
    expect(await counted(asked)).toBe(events);
    expect(await shownCount(asked)).toBe(events);
  });
});
