import type { estypes } from '@elastic/elasticsearch';
import { localDay } from '../../common/time/local_day';
import { parsePlace } from '../../server/elastic/reading/documents_place';
import {
  fetchDocumentsPage,
  type DocumentsPage,
} from '../../server/elastic/reading/fetch_documents_page';
import { fetchIndexGroups } from '../../server/elastic/counting/fetch_index_groups';
import { logIndices } from '../fixtures/counts_logs';
import { openStandaloneDoor, type StandaloneDoor } from '../contract/standalone_door';
import { countsSource } from '../fixtures/counts_source';
import { itOnElasticsearch } from '../fixtures/on_elasticsearch';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const logs = logIndices(client);
const { signal } = new AbortController();

jest.setTimeout(120_000);
afterAll(async () => {
  await logs.removeAll();
  await client.close();
});

const mapped = (time: 'date' | 'date_nanos', severity: 'keyword' | 'long' = 'keyword') =>
  ({ properties: { '@timestamp': { type: time }, severity: { type: severity } } }) as const;
const at = (time: string, message = time): object => ({
  '@timestamp': time,
  severity: '5',
  message,
});
const minute = (place: number): string => `2026-11-27T09:${String(place).padStart(2, '0')}:00`;

/** A list that is read page by page. */
function listOf(pattern: string, size: number) {
  const source = countsSource({ index: pattern, filter: [] });
  const { columns } = localDay('2026-11-27', 'UTC');
  const ranges = columns[9]?.ranges ?? [];
  return async (after?: string | null): Promise<DocumentsPage> => {
    const groups = await fetchIndexGroups(client, source, signal);
    if (groups.state === 'unknown') throw new Error(groups.reason);
    const place = after === undefined || after === null ? undefined : parsePlace(after);
    const request = { source, subtype: '5', ranges, size, after: place };
    return fetchDocumentsPage(client, request, groups.value, signal);
  };
}

async function readAll(pattern: string, size: number): Promise<DocumentsPage[]> {
  const page = listOf(pattern, size);
  const pages = [await page()];
  for (let next = pages[0]?.next; next !== null && next !== undefined; next = pages.at(-1)?.next) {
    pages.push(await page(next));
  }
  return pages;
}

const messages = (pages: readonly DocumentsPage[]): string[] =>
  pages.flatMap(({ documents }) => documents.map(({ message }) => message));

/** Adds documents at the even minutes to one index, at the odd ones to another. */
async function addTwo(
  prefix: string,
  first: estypes.MappingTypeMapping,
  second: estypes.MappingTypeMapping,
): Promise<string[]> {
  const minutes = Array.from({ length: 12 }, (_, place) => place);
  const of = (rest: number) =>
    minutes.filter((place) => place % 2 === rest).map((place) => at(`${minute(place)}.000Z`));
  await logs.add(`${prefix}-a`, of(0), first);
  await logs.add(`${prefix}-b`, of(1), second);
  return minutes.map((place) => `${minute(place)}.000Z`);
}

describe('pages of documents', () => {
  it('come in the order of time where one index has milliseconds and one nanoseconds', async () => {
    const all = await addTwo('pages-it-mixed', mapped('date_nanos'), mapped('date'));
    // Of another time altogether, and without any.
    await logs.add('pages-it-mixed-b', [at('0002-11-27T09:00:00Z')]);
    await logs.add('pages-it-mixed-c', [{ severity: '5' }], {
      properties: { severity: { type: 'keyword' } },
    });
    const pages = await readAll('pages-it-mixed-*', 5);
    expect(messages(pages)).toEqual(all);
    expect(pages.map(({ total, gaps }) => [total, gaps])).toEqual(pages.map(() => [12, []]));
    expect(pages[0]?.documents[0]?.time).toBe('2026-11-27T09:00:00.000Z');
  });

  itOnElasticsearch('keep the order within a millisecond', async () => {
    const times = ['000000003', '000000001', '000000002'].map((part) => `${minute(1)}.${part}Z`);
    await logs.add(
      'pages-it-nanos',
      times.map((time) => at(time)),
      mapped('date_nanos'),
    );
    expect(messages(await readAll('pages-it-nanos', 1))).toEqual([...times].sort());
  });

  it('come in the order of time where the indices map the series differently', async () => {
    const all = await addTwo('pages-it-groups', mapped('date', 'long'), mapped('date'));
    expect(messages(await readAll('pages-it-groups-*', 5))).toEqual(all);
  });

  it('give each of many documents of one moment once', async () => {
    const texts = Array.from({ length: 25 }, (_, place) => `event ${place}`);
    await logs.add(
      'pages-it-moment',
      texts.map((text) => at(minute(1), text)),
      mapped('date'),
    );
    expect(messages(await readAll('pages-it-moment', 10)).sort()).toEqual([...texts].sort());
  });

  it('show only what the filter of an alias allows', async () => {
    await addTwo('pages-it-filter', mapped('date'), mapped('date'));
    const filter = { range: { '@timestamp': { lt: `${minute(8)}.000Z` } } };
    await client.indices.putAlias({ index: 'pages-it-filter-*', name: 'pages-it-alias', filter });
    const pages = await readAll('pages-it-alias', 5);
    expect(messages(pages)).toHaveLength(8);
    expect(pages.map(({ total }) => total)).toEqual([8, 8]);
  });

  itOnElasticsearch('say why documents may be missing', async () => {
    await addTwo('pages-it-failing', mapped('date'), mapped('date_nanos'));
    const broken = {
      ...at(minute(2)),
      '@timestamp': ['1950-01-01T00:00:00Z', `${minute(2)}.000Z`],
    };
    await logs.add('pages-it-failing-a', [broken]);
    const [page] = await readAll('pages-it-failing-*', 20);
    expect(page?.documents).toHaveLength(6);
    expect(page?.gaps).toEqual([expect.stringMatching(/^1 of 2 shards failed \(.*1970/)]);
  });

  it('continue at a new point in time if an index was closed, or the place is lost', async () => {
    const all = await addTwo('pages-it-lost', mapped('date'), mapped('date'));
    const page = listOf('pages-it-lost-*', 4);
    const first = await page();
    await client.closePointInTime({ id: parsePlace(first.next ?? '')?.pit ?? '' });
    const second = await page(first.next);
    // The moment at which the page before ended comes again.
    expect(messages([second])).toEqual(all.slice(3, 7));
    await client.indices.close({ index: 'pages-it-lost-b' });
    const third = await page(second.next);
    expect(messages([third])).toEqual(all.slice(6).filter((_, place) => place % 2 === 0));
    expect(third.gaps).toEqual([]);
  });

  it('end with a sentence where all indices were deleted or closed meanwhile', async () => {
    await addTwo('pages-it-gone', mapped('date'), mapped('date'));
    const page = listOf('pages-it-gone-*', 4);
    const { next } = await page();
    await logs.remove('pages-it-gone-a');
    await client.indices.close({ index: 'pages-it-gone-b' });
    expect(await page(next)).toEqual({ total: 0, documents: [], next: null, gaps: [] });
    await logs.remove('pages-it-gone-b');
    expect(await page(next)).toEqual({ total: 0, documents: [], next: null, gaps: [] });
  });
});

describe('GET days/{day}/documents', () => {
  const SETTINGS = 'logwave-settings-pages-it';
  let opened: StandaloneDoor;
  beforeAll(async () => {
    opened = await openStandaloneDoor(client, SETTINGS);
  });
  afterAll(async () => {
    await opened.door.close();
    await client.indices.delete({ index: SETTINGS, ignore_unavailable: true });
  });
  const headers = { 'kbn-xsrf': 'test', 'content-type': 'application/json' };
  const call = (method: 'get' | 'put', path: string, body?: unknown) =>
    opened.door.call({ method, path: `/api/logwave/${path}`, body, headers });
  const list = (query: string) =>
    call('get', `days/2026-11-27/documents?source=pages&subtype=5&hours=9&${query}`);

  it('names closed indices, and refuses a place that no page gave', async () => {
    await addTwo('pages-it-route', mapped('date'), mapped('date'));
    const source = countsSource({ id: 'pages', index: 'pages-it-route-*', filter: [] });
    const settings = { zone: 'UTC', sources: [source] };
    expect(await call('put', 'settings', { settings, version: null })).toMatchObject({
      status: 200,
    });
    const first = await list('size=5');
    expect(first.json).toMatchObject({ total: 12, missing: null });
    const { next } = first.json as { next: string };
    await client.indices.close({ index: 'pages-it-route-b' });
    const second = await list(`size=5&after=${encodeURIComponent(next)}`);
    expect(second).toMatchObject({
      status: 200,
      json: { total: 6, missing: expect.stringContaining('pages-it-route-b is closed') as string },
    });
    for (const forged of ['nonsense', '["nonsense","1",1]', `["${parsePlace(next)?.pit}","x",1]`]) {
      expect(await list(`after=${encodeURIComponent(forged)}`)).toMatchObject({
        status: 400,
        json: { message: 'query.after: give the value of next from the previous page' },
      });
    }
  });

  it('says that there is no index', async () => {
    await logs.remove('pages-it-route-a');
    await logs.remove('pages-it-route-b');
    const missing = 'no index matches "pages-it-route-*"';
    expect((await list('size=5')).json).toMatchObject({ total: 0, missing });
  });
});
