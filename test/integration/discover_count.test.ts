import type { Source } from '../../common/sources/source';
import { localDay } from '../../common/time/local_day';
import { usedFields } from '../../server/app/counting/used_fields';
import { fetchCounts } from '../../server/elastic/counting/fetch_counts';
import { fetchIndexGroups } from '../../server/elastic/counting/fetch_index_groups';
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
      return { '@timestamp': at.toISOString(), type, program };
    }),
  );
}

/** What Discover would show. */
async function shownCount(index: string): Promise<number> {
  const asked = { ...source, index };
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
async function counted(index: string): Promise<number> {
  const asked = { ...source, index };
  const groups = await fetchIndexGroups(client, asked, signal);
  let events = 0;
  for (const group of groups.state === 'known' ? groups.value : []) {
    const answer = await fetchCounts(client, asked, group, DAY, new Set(), signal);
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
    ['discover-keyword', 5],
    ['discover-text', 5],
    ['discover-*', 10],
  ])('is what the host has counted, in %s', async (index, events) => {
    expect(await counted(index)).toBe(events);
    expect(await shownCount(index)).toBe(events);
  });
});
