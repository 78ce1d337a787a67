import fc from 'fast-check';
import type { Day } from '../../common/time/day';
import { dayAt, hourAt } from '../../common/time/local_day';
import { countsRunner, countsOf, events, rowsOf } from '../fixtures/counts_runner';
import { hoursWith } from '../fixtures/counts_source';

const { client, logs, newScope, run, searchesSent, start, stop } = countsRunner();

beforeAll(start);
afterAll(stop);

describe('counting a day', () => {
  it('counts every series by hour in one search', async () => {
    await logs.add('counts-it-plain', [
      ...events('2026-11-20T10:15:00Z', '5', 20),
      ...events('2026-11-20T15:59:59.999Z', '5', 48),
      ...events('2026-11-20T00:00:00Z', '6', 2),
      ...events('2026-11-21T00:00:00Z', '6', 7),
      ...events('2026-11-20T12:00:00Z', '5', 3, { type: 'postfix' }),
    ]);
    searchesSent();
    const result = await run('counts-it-plain');
    expect(rowsOf(result.tested)).toEqual([
      ['5', hoursWith({ 10: 20, 15: 48 })],
      ['6', hoursWith({ 0: 2 })],
    ]);
    expect(countsOf(result.tested)).toMatchObject({ documents: 70, without_subtype: 0 });
    expect([result.searches, searchesSent(), result.notes]).toEqual([2, 2, []]);
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

  it('counts numbers after a kept day as without one, also far more of them', async () => {
    const properties = { '@timestamp': { type: 'date' }, type: { type: 'keyword' } } as const;
    const mappings = { properties: { ...properties, severity: { type: 'long' } } } as const;
    const numbers = Array.from({ length: 3_000 }, (_, number) => number);
    await logs.add('counts-it-numbers', events('2026-11-18T01:00:00Z', 7, 3), mappings);
    await logs.add('counts-it-numbers', [
      ...events('2026-11-19T01:00:00Z', [7, 8], 3),
      ...events('2026-11-19T02:00:00Z', undefined, 2),
      ...events('2026-11-19T23:00:00Z', -1, 4),
      ...numbers.flatMap((number) => events('2026-11-20T05:00:00Z', number)),
    ]);
    const days = ['2026-11-18', '2026-11-19', '2026-11-20'];
    const scope = newScope();
    for (const day of days) {
      const [after, alone] = [
        await run('counts-it-numbers', { day, days: 1, scope }),
        await run('counts-it-numbers', { day }),
      ];
      expect(after.tested).toMatchObject({ origin: 'counted' });
      expect(rowsOf(after.tested)).toEqual(rowsOf(alone.tested));
      expect(countsOf(after.tested)).toMatchObject({
        documents: countsOf(alone.tested).documents,
        without_subtype: countsOf(alone.tested).without_subtype,
      });
    }
    const { tested } = await run('counts-it-numbers', { scope });
    expect(countsOf(tested).series.size).toBe(numbers.length);
  });

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
