import { Client } from '@elastic/elasticsearch';
import fc from 'fast-check';
import type { Source } from '../../common/sources/source';
import { addDays, daysBefore, type Day } from '../../common/time/day';
import { dayAt, hourAt, localDay } from '../../common/time/local_day';
import type { CountedDay, SourceDay } from '../../common/waveform/source_day';
import type { CountedSource } from '../../server/app/analyze_day';
import { countHours } from '../../server/app/count_hours';
import { COUNTS_INDEX, countsMapping } from '../../server/elastic/counts_mapping';
import { createCountingPorts } from '../../server/elastic/create_counting_ports';
import { keywordMappings, logIndices } from '../fixtures/counts_logs';
import { countsSource, hoursWith } from '../fixtures/counts_source';

const DAY = '2026-11-20';
const NOW = new Date('2026-11-24T06:00Z');
const signal = new AbortController().signal;

const client = new Client({ node: process.env['LOGWAVE_TEST_ELASTICSEARCH_URL'] ?? '' });
const logs = logIndices(client);
let scopes = 0;
let searchesSent = 0;

/** A scope of its own for each test: no test sees the counts that another kept. */
function newScope(): string {
  scopes += 1;
  return `counts-it-${process.pid}-${Date.now()}-${scopes}`;
}

interface RunParts {
  readonly source?: Partial<Source>;
  readonly day?: Day;
  readonly days?: number;
  readonly zone?: string;
  readonly scope?: string;
  readonly now?: Date;
}

async function run(index: string, parts: RunParts = {}): Promise<CountedSource> {
  const { day = DAY, days = 0, zone = 'UTC', scope = newScope(), now = NOW } = parts;
  const request = {
    source: countsSource({ index, ...parts.source }),
    tested: localDay(day, zone),
    training: daysBefore(day, days),
    now,
  };
  return countHours(request, createCountingPorts(client, scope), signal);
}

function countsOf(counted: CountedDay | undefined): SourceDay {
  if (counted?.state === 'known') return counted.counts;
  throw new Error(`not known: ${counted?.reason ?? 'no such day'}`);
}

const rowsOf = (counted: CountedDay) =>
  [...countsOf(counted).series].sort(([a], [b]) => (a < b ? -1 : 1));

/** `count` documents of a series at a moment. */
function events(time: string, severity: unknown, count = 1, parts: object = {}): object[] {
  const document = { '@timestamp': time, type: 'syslog', severity, ...parts };
  return Array.from({ length: count }, () => document);
}

beforeAll(async () => {
  client.diagnostic.on('response', (_error, result) => {
    if (result?.meta.request.params.path.endsWith('/_search') === true) searchesSent += 1;
  });
  const exists = await client.indices.exists({ index: COUNTS_INDEX });
  if (!exists) await client.indices.create({ index: COUNTS_INDEX, mappings: countsMapping });
});

afterAll(async () => {
  await logs.removeAll();
  await client.close();
});

describe('counting a day', () => {
  it('counts every series by hour in one search', async () => {
    await logs.add('counts-it-plain', [
      ...events('2026-11-20T10:15:00Z', '5', 20),
      ...events('2026-11-20T15:59:59.999Z', '5', 48),
      ...events('2026-11-20T00:00:00Z', '6', 2),
      ...events('2026-11-21T00:00:00Z', '6', 7),
      ...events('2026-11-20T12:00:00Z', '5', 3, { type: 'postfix' }),
    ]);
    searchesSent = 0;
    const result = await run('counts-it-plain');
    expect(rowsOf(result.tested)).toEqual([
      ['5', hoursWith({ 10: 20, 15: 48 })],
      ['6', hoursWith({ 0: 2 })],
    ]);
    expect(countsOf(result.tested)).toMatchObject({ documents: 70, without_subtype: 0 });
    expect([result.searches, searchesSent, result.notes]).toEqual([2, 2, []]);
  });

  it('counts 10,000 subtypes without a cut, keeps them, and reads them back', async () => {
    const subtypes = Array.from({ length: 10_000 }, (_, index) => `signature ${index}`);
    const hours = [0, 5, 10, 15, 20, 23];
    await logs.add(
      'counts-it-many',
      hours.flatMap((hour) =>
        subtypes.flatMap((subtype) =>
          events(`2026-11-20T${String(hour).padStart(2, '0')}:30:00Z`, subtype),
        ),
      ),
    );
    const scope = newScope();
    const first = await run('counts-it-many', { scope });
    const expected = hoursWith(Object.fromEntries(hours.map((hour) => [hour, 1])));
    expect(countsOf(first.tested).series.size).toBe(10_000);
    for (const subtype of subtypes) {
      expect(countsOf(first.tested).series.get(subtype)).toEqual(expected);
    }
    // Documents of the days, terms in vain, three pages and the empty one after them.
    expect(first.searches).toBe(6);
    const second = await run('counts-it-many', { scope });
    expect(second.tested).toMatchObject({ origin: 'kept' });
    expect(rowsOf(second.tested)).toEqual(rowsOf(first.tested));
  }, 60_000);

  it('counts by several fields together', async () => {
    await logs.add('counts-it-fields', [
      ...events('2026-11-20T01:00:00Z', '', 2, { dataset: 'a', action: 'b c' }),
      ...events('2026-11-20T02:00:00Z', '', 3, { dataset: 'a b', action: 'c' }),
      ...events('2026-11-20T03:00:00Z', '', 4, { dataset: 'a' }),
    ]);
    const source = { filter: [], subtype_fields: ['dataset', 'action'] };
    const { tested } = await run('counts-it-fields', { source });
    expect(rowsOf(tested)).toEqual([
      ['["a b","c"]', hoursWith({ 2: 3 })],
      ['["a","b c"]', hoursWith({ 1: 2 })],
    ]);
    expect(countsOf(tested)).toMatchObject({ documents: 9, without_subtype: 4 });
  });

  it.each([
    ['keyword', 'keyword'],
    ['number', 'long'],
  ] as const)(
    'counts documents without a %s as subtype, and those of indices that do not map it',
    async (name, type) => {
      const properties = { '@timestamp': { type: 'date' }, type: { type: 'keyword' } } as const;
      const mapped = { properties: { ...properties, severity: { type } } };
      const index = `counts-it-lacking-${name}`;
      await logs.add(`${index}-1`, events('2026-11-20T01:00:00Z', '5', 3), mapped);
      await logs.add(`${index}-1`, events('2026-11-20T02:00:00Z', undefined, 4));
      await logs.add(`${index}-2`, events('2026-11-20T03:00:00Z', undefined, 5), { properties });
      const result = await run(`${index}-*`);
      expect(rowsOf(result.tested)).toEqual([['5', hoursWith({ 1: 3 })]]);
      expect(countsOf(result.tested)).toMatchObject({ documents: 12, without_subtype: 9 });
      expect(result.searches).toBe(2);
      const source = { subtype_fields: ['severity', 'type'] };
      const pages = await run(`${index}-*`, { source });
      expect(rowsOf(pages.tested)).toEqual([['["5","syslog"]', hoursWith({ 1: 3 })]]);
      expect(countsOf(pages.tested)).toMatchObject({ documents: 12, without_subtype: 9 });
      expect(pages.searches).toBe(2);
    },
  );

  it('counts a document with several subtypes in each of them, and those without exactly', async () => {
    await logs.add('counts-it-several', [
      ...events('2026-11-20T01:00:00Z', ['5', '6'], 2, { action: ['x', 'y'] }),
      ...events('2026-11-20T02:00:00Z', undefined, 3, { action: ['x', 'y'] }),
    ]);
    const one = await run('counts-it-several');
    expect(rowsOf(one.tested).map(([subtype, hours]) => [subtype, hours[1]])).toEqual([
      ['5', 2],
      ['6', 2],
    ]);
    expect(countsOf(one.tested)).toMatchObject({ documents: 5, without_subtype: 3 });
    const two = await run('counts-it-several', {
      source: { subtype_fields: ['severity', 'action'] },
    });
    expect(countsOf(two.tested)).toMatchObject({ documents: 5, without_subtype: 3 });
  });

  it('takes names for what they are', async () => {
    const names = ['__proto__', 'constructor', '<script>alert(1)</script>', '{"a":1}', ' ', ''];
    await logs.add(
      'counts-it-hostile',
      names.flatMap((name) => events('2026-11-20T04:00:00Z', name, 2)),
    );
    const scope = newScope();
    const rows = [...names].sort().map((name) => [name, hoursWith({ 4: 2 })]);
    expect(rowsOf((await run('counts-it-hostile', { scope })).tested)).toEqual(rows);
    expect(rowsOf((await run('counts-it-hostile', { scope })).tested)).toEqual(rows);
  });

  it('follows the clock of a half-hour zone and of half-hour changes', async () => {
    await logs.add('counts-it-clock', [
      ...events('2026-11-19T18:29:59Z', 'before'),
      ...events('2026-11-19T18:30:00Z', 'kolkata', 2),
      ...events('2026-11-20T18:29:59Z', 'kolkata', 3),
      ...events('2026-10-03T15:29:59Z', 'forward', 1),
      ...events('2026-10-03T15:30:00Z', 'forward', 2),
      ...events('2026-04-04T14:30:00Z', 'back', 2),
      ...events('2026-04-04T15:15:00Z', 'back', 3),
      ...events('2026-04-04T15:30:00Z', 'back', 4),
      ...events('2015-11-01T05:30:00Z', 'toronto', 5),
      ...events('2015-11-01T06:30:00Z', 'toronto', 6),
      ...events('2015-03-08T06:59:00Z', 'spring', 7),
      ...events('2015-03-08T07:00:00Z', 'spring', 8),
    ]);
    const rows = async (day: Day, zone: string) =>
      rowsOf((await run('counts-it-clock', { day, zone })).tested);
    expect(await rows('2026-11-20', 'Asia/Kolkata')).toEqual([
      ['kolkata', hoursWith({ 0: 2, 23: 3 })],
    ]);
    // The clock goes from 02:00 to 02:30: 15:30 UTC is the first moment of the shorter hour.
    expect(await rows('2026-10-04', 'Australia/Lord_Howe')).toEqual([
      ['forward', hoursWith({ 1: 1, 2: 2 })],
    ]);
    // It shows 01:30 to 02:00 twice: the hour from 01:00 lasts an hour and a half.
    expect(await rows('2026-04-05', 'Australia/Lord_Howe')).toEqual([
      ['back', hoursWith({ 1: 5, 2: 4 })],
    ]);
    expect(await rows('2015-11-01', 'America/Toronto')).toEqual([
      ['toronto', hoursWith({ 1: 11 })],
    ]);
    expect(await rows('2015-03-08', 'America/Toronto')).toEqual([
      ['spring', hoursWith({ 1: 7, 3: 8 })],
    ]);
  });

  it('agrees with going through the documents one by one', async () => {
    const seed = 20261120;
    const zones = ['UTC', 'America/Toronto', 'Asia/Kolkata', 'Australia/Lord_Howe'];
    const from = Date.parse('2026-10-02T00:00Z');
    const time = fc.integer({ min: 0, max: 3 * 86_400_000 }).map((offset) => from + offset);
    const severity = fc.constantFrom('0', '5', 'a b', '__proto__', undefined);
    const documents = fc.sample(fc.record({ time, severity }), { seed, numRuns: 2000 });

    await logs.add(
      'counts-it-random',
      documents.flatMap((document) =>
        events(new Date(document.time).toISOString(), document.severity),
      ),
    );
    for (const zone of zones) {
      const { tested } = await run('counts-it-random', { day: '2026-10-04', zone });
      const ofDay = documents.filter((document) => dayAt(document.time, zone) === '2026-10-04');
      const naive = new Map<string, number[]>();
      for (const document of ofDay) {
        if (document.severity === undefined) continue;
        const hours = naive.get(document.severity) ?? hoursWith({});
        const hour = hourAt(document.time, zone);
        hours[hour] = (hours[hour] ?? 0) + 1;
        naive.set(document.severity, hours);
      }
      expect(new Map(countsOf(tested).series)).toEqual(naive);
      expect(countsOf(tested)).toMatchObject({
        documents: ofDay.length,
        without_subtype: ofDay.filter((document) => document.severity === undefined).length,
      });
    }
  });

  it('counts through an alias with a filter only what the alias shows', async () => {
    await logs.add('counts-it-shared', [
      ...events('2026-11-20T01:00:00Z', '5', 2),
      ...events('2026-11-20T01:00:00Z', '6', 3),
    ]);
    const filter = { term: { severity: '6' } };
    await client.indices.putAlias({ index: 'counts-it-shared', name: 'counts-it-alias', filter });
    const { tested } = await run('counts-it-alias');
    expect(rowsOf(tested)).toEqual([['6', hoursWith({ 1: 3 })]]);
  });
});

describe('fields', () => {
  const dynamic = { properties: { '@timestamp': { type: 'date' } } } as const;

  it('uses the keyword twin of strings that are mapped as Elasticsearch does by itself', async () => {
    await logs.add('counts-it-twin', events('2026-11-20T01:00:00Z', 'Two Words', 3), dynamic);
    const { tested } = await run('counts-it-twin');
    expect(rowsOf(tested)).toEqual([['Two Words', hoursWith({ 1: 3 })]]);
  });

  it('adds up indices that map the subtype as number, as keyword and as text', async () => {
    const numbers = {
      properties: { ...keywordMappings.properties, severity: { type: 'long' as const } },
    };
    await logs.add('counts-it-mixed-1', events('2026-11-20T01:00:00Z', 5, 2), numbers);
    await logs.add('counts-it-mixed-2', events('2026-11-20T01:00:00Z', '5', 3));
    await logs.add('counts-it-mixed-3', events('2026-11-20T02:00:00Z', '5', 4), dynamic);
    await logs.add('counts-it-mixed-4', events('2026-11-19T02:00:00Z', '5', 9), dynamic);
    const result = await run('counts-it-mixed-*', { days: 1 });
    expect(rowsOf(result.tested)).toEqual([['5', hoursWith({ 1: 5, 2: 4 })]]);
    expect(countsOf(result.training[0])).toMatchObject({ documents: 9 });
    expect(result.searches).toBe(3 + 3 + 1);
  });

  it('names source, field and remedy where the subtype cannot be counted by', async () => {
    const text = {
      properties: { ...keywordMappings.properties, severity: { type: 'text' as const } },
    };
    await logs.add('counts-it-text-1', events('2026-11-20T01:00:00Z', 'disk full', 2), text);
    await logs.add('counts-it-text-2', events('2026-11-19T01:00:00Z', 'disk full', 2));
    const result = await run('counts-it-text-*', { days: 1 });
    expect(result.tested).toEqual({
      state: 'unknown',
      day: DAY,
      reason:
        'the field "severity" of the source "syslog" is mapped as text in counts-it-text-1: map it as keyword, or name other subtype_fields',
    });
    expect(countsOf(result.training[0])).toMatchObject({ documents: 2 });
  });
});

describe('unknown is not zero', () => {
  it('does not know a day without index, and counts zero where others have documents', async () => {
    await logs.add('counts-it-days', [
      ...events('2026-11-20T01:00:00Z', '5', 2),
      ...events('2026-11-19T01:00:00Z', '5', 2, { type: 'postfix' }),
    ]);
    const result = await run('counts-it-days', { days: 2 });
    expect(countsOf(result.training[0])).toMatchObject({ documents: 0, series: { size: 0 } });
    expect(result.training[1]).toEqual({
      state: 'unknown',
      day: '2026-11-18',
      reason: 'no document at all in "counts-it-days": the index is missing or empty',
    });
    expect((await run('counts-it-nothing-*')).tested).toEqual({
      state: 'unknown',
      day: DAY,
      reason: 'no document at all in "counts-it-nothing-*": the index is missing or empty',
    });
  });

  it('does not know what an index holds that does not answer, and uses what was kept', async () => {
    await logs.add('counts-it-red-1', [
      ...events('2026-11-20T01:00:00Z', '5', 2),
      ...events('2026-11-21T01:00:00Z', '5', 2),
    ]);
    const scope = newScope();
    await run('counts-it-red-*', { scope });
    logs.made.add('counts-it-red-2');
    await client.indices.create({
      index: 'counts-it-red-2',
      mappings: keywordMappings,
      settings: { 'index.routing.allocation.require._name': 'no such node' },
      wait_for_active_shards: 0,
    });
    const result = await run('counts-it-red-*', { scope, day: '2026-11-21', days: 1 });
    expect(result.tested).toMatchObject({ state: 'unknown' });
    expect(result.tested.state === 'unknown' ? result.tested.reason : '').toContain(
      'counts-it-red-2',
    );
    expect(result.training).toMatchObject([{ state: 'known', origin: 'kept' }]);
  });
});

describe('kept counts', () => {
  const days = 31;
  const yesterday = '2026-11-23';
  const allDays = [yesterday, ...daysBefore(yesterday, days)];
  const indexOf = (prefix: string, day: Day): string => `${prefix}${day.replaceAll('-', '.')}`;

  async function addDaily(prefix: string, someDays: readonly Day[]): Promise<void> {
    for (const day of someDays) {
      await logs.add(indexOf(prefix, day), events(`${day}T10:00:00Z`, '5', 3));
    }
  }

  it('counts one new day the next day, not 32', async () => {
    const tomorrow = addDays(yesterday, 1);
    await addDaily('counts-it-next-', [...allDays, tomorrow]);
    const scope = newScope();
    searchesSent = 0;
    const first = await run('counts-it-next-*', { scope, day: yesterday, days });
    expect([first.searches, searchesSent]).toEqual([1 + 32, 1 + 32]);
    searchesSent = 0;
    const now = new Date('2026-11-25T06:00Z');
    const second = await run('counts-it-next-*', { scope, day: tomorrow, days, now });
    expect([second.searches, searchesSent]).toEqual([2, 2]);
    expect(second.tested).toMatchObject({ origin: 'counted' });
    expect(second.training.map((day) => day.state === 'known' && day.origin)).toEqual(
      Array(31).fill('kept'),
    );
    searchesSent = 0;
    const third = await run('counts-it-next-*', { scope, day: tomorrow, days, now });
    expect([third.searches, searchesSent, third.notes]).toEqual([1, 1, []]);
    expect(countsOf(third.tested)).toEqual(countsOf(second.tested));
  }, 60_000);

  it('counts a day again that grew, and uses older days when their indices are gone', async () => {
    await addDaily('counts-it-grow-', allDays);
    const scope = newScope();
    await run('counts-it-grow-*', { scope, day: yesterday, days });
    await logs.add(indexOf('counts-it-grow-', '2026-11-18'), [
      ...events('2026-11-18T11:00:00Z', '5', 2),
    ]);
    for (const day of allDays.slice(29)) await logs.remove(indexOf('counts-it-grow-', day));
    const result = await run('counts-it-grow-*', { scope, day: yesterday, days });
    expect(result.searches).toBe(2);
    expect(result.training[4]).toMatchObject({ state: 'known', origin: 'recounted' });
    expect(countsOf(result.training[4]).series.get('5')).toEqual(hoursWith({ 10: 3, 11: 2 }));
    expect(countsOf(result.training[30])).toMatchObject({ day: '2026-10-23', documents: 3 });
    expect(result.notes).toEqual([
      '2026-11-18 counted again, it grew by 2 documents since it was last counted',
      '3 days from kept counts, logs expired (2026-10-23 to 2026-10-25)',
    ]);
    const again = await run('counts-it-grow-*', { scope, day: yesterday, days });
    expect([again.searches, again.notes.length]).toEqual([1, 1]);
  }, 60_000);

  it('are not used for a source that counts other documents, another zone or another scope', async () => {
    await logs.add('counts-it-owner', events('2026-11-20T10:00:00Z', '5', 3, { action: 'x' }));
    const scope = newScope();
    const origin = async (parts: RunParts) => {
      const { tested } = await run('counts-it-owner', { scope, ...parts });
      return tested.state === 'known' ? tested.origin : tested.reason;
    };
    expect(await origin({})).toBe('counted');
    expect(await origin({ source: { subtype_fields: ['action'] } })).toBe('counted');
    expect(await origin({ source: { filter: [] } })).toBe('counted');
    expect(await origin({ zone: 'Asia/Kolkata' })).toBe('counted');
    expect(await origin({ scope: newScope() })).toBe('counted');
    expect(await origin({ source: { name: 'Renamed' } })).toBe('kept');
  });

  it('are not made of a day that is not over', async () => {
    await logs.add('counts-it-open', events('2026-11-20T10:00:00Z', '5', 3));
    const scope = newScope();
    const now = new Date('2026-11-21T00:14:00Z');
    await run('counts-it-open', { scope, now });
    const { tested } = await run('counts-it-open', { scope });
    expect(tested).toMatchObject({ origin: 'counted' });
  });
});
