import { daysBefore, type Day } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { SourceDay } from '../../common/waveform/source_day';
import { countsDay, countsSource, hoursWith } from '../../test/fixtures/counts_source';
import { countHours } from './count_hours';
import type { CountingPorts, IndexGroup } from './counting_ports';

const signal = new AbortController().signal;
const DAY = '2026-11-20';
const NOW = new Date('2026-11-21T06:00Z');
const GROUP: IndexGroup = {
  index: 'logs-*',
  fields: new Map(),
  subtype_kind: 'keyword',
  unusable: null,
};

/** What the fake indices hold: documents of all and of the source by day; none where not given. */
type Logs = ReadonlyMap<Day, { readonly all: number; readonly of_source: number }>;

const logsOn = (days: readonly Day[], documents = 10): Logs =>
  new Map(days.map((day) => [day, { all: 100, of_source: documents }]));

interface Fake {
  readonly ports: CountingPorts;
  readonly store: Map<Day, SourceDay>;
  readonly counted: Day[];
  readonly checked: Day[];
}

function fake(
  logs: Logs,
  parts: Partial<CountingPorts> = {},
  store = new Map<Day, SourceDay>(),
): Fake {
  const counted: Day[] = [];
  const checked: Day[] = [];
  const ports: CountingPorts = {
    missingRights: () => Promise.resolve([]),
    indexGroups: () => Promise.resolve({ state: 'known', value: [GROUP] }),
    dayDocuments: (_source, _group, days, toCheck) => {
      checked.push(...toCheck.map(({ day }) => day));
      const found = days.flatMap(({ day }) => {
        const { all, of_source } = logs.get(day) ?? { all: 0, of_source: 0 };
        const isChecked = toCheck.some((other) => other.day === day);
        return [[day, { all, of_source: isChecked ? of_source : null }]] as const;
      });
      return Promise.resolve({ state: 'known', value: new Map(found), searches: 1 });
    },
    countDay: (_source, _group, { day }) => {
      counted.push(day);
      const documents = logs.get(day)?.of_source ?? 0;
      const series = new Map([['5', hoursWith({ 10: documents })]]);
      return Promise.resolve({
        state: 'known',
        value: countsDay({ day, documents, series }),
        searches: 1,
      });
    },
    readKept: () => Promise.resolve({ days: new Map(store), problem: null }),
    keep: (_source, counts) => {
      store.set(counts.day, counts);
      return Promise.resolve(null);
    },
    ...parts,
  };
  return { ports, store, counted, checked };
}

function run({ ports }: Fake, parts: { day?: Day; days?: number; now?: Date; zone?: string } = {}) {
  const { day = DAY, days = 3, now = NOW, zone = 'UTC' } = parts;
  const tested = localDay(day, zone);
  const request = { source: countsSource(), tested, training: daysBefore(day, days), now };
  return countHours(request, ports, signal);
}

describe('countHours', () => {
  it('counts and keeps every day that is over', async () => {
    const setup = fake(logsOn([DAY, ...daysBefore(DAY, 3)]));
    const result = await run(setup);
    expect(result.tested).toMatchObject({
      state: 'known',
      origin: 'counted',
      counts: { day: DAY },
    });
    expect(result.training.map((day) => day.state)).toEqual(['known', 'known', 'known']);
    expect([result.notes, result.searches]).toEqual([[], 5]);
    expect([...setup.store.keys()].sort()).toEqual([DAY, ...daysBefore(DAY, 3)].sort());
  });

  it('counts one new day on the next day', async () => {
    const logs = logsOn([...daysBefore('2026-11-21', 5), '2026-11-21']);
    const setup = fake(logs);
    await run(setup);
    setup.counted.length = 0;
    const now = new Date('2026-11-22T06:00Z');
    const result = await run(setup, { day: '2026-11-21', now });
    expect(setup.counted).toEqual(['2026-11-21']);
    expect(result.searches).toBe(2);
    expect(result.training).toMatchObject([
      { origin: 'kept' },
      { origin: 'kept' },
      { origin: 'kept' },
    ]);
  });

  it('checks the tested day and the seven days before it for documents that came late', async () => {
    const days = [DAY, ...daysBefore(DAY, 10)];
    const setup = fake(logsOn(days));
    await run(setup, { days: 10 });
    expect(setup.checked).toEqual([]);
    await run(setup, { days: 10 });
    expect(setup.checked).toEqual(days.slice(0, 8));
  });

  it('counts a day again that grew, keeps the new counts, and says so', async () => {
    const days = [DAY, ...daysBefore(DAY, 3)];
    const first = fake(logsOn(days));
    await run(first);
    const grown = new Map([...logsOn(days), ['2026-11-18', { all: 100, of_source: 13 }]]);
    const second = fake(grown, {}, first.store);
    const result = await run(second);
    expect(second.counted).toEqual(['2026-11-18']);
    expect(result.training[1]).toMatchObject({ origin: 'recounted', counts: { documents: 13 } });
    expect(result.notes).toEqual([
      '2026-11-18 counted again, it grew by 3 documents since it was last counted',
    ]);
    expect(second.store.get('2026-11-18')?.documents).toBe(13);
  });

  it('uses kept counts where the logs have expired, and says so', async () => {
    const days = [DAY, ...daysBefore(DAY, 3)];
    const first = fake(logsOn(days));
    await run(first);
    const second = fake(logsOn(days.slice(0, 2)), {}, first.store);
    const result = await run(second);
    expect(second.counted).toEqual([]);
    expect(result.training.map((day) => (day.state === 'known' ? day.origin : day.state))).toEqual([
      'kept',
      'kept, logs expired',
      'kept, logs expired',
    ]);
    expect(result.notes).toEqual([
      '2 days from kept counts, logs expired (2026-11-17 to 2026-11-18)',
    ]);
  });

  it('tells an absent index from a day without a document of the source', async () => {
    const logs: Logs = new Map([
      [DAY, { all: 100, of_source: 10 }],
      ['2026-11-19', { all: 100, of_source: 0 }],
    ]);
    const result = await run(fake(logs));
    expect(result.training[0]).toMatchObject({ state: 'known', counts: { documents: 0 } });
    const reason = 'no document at all in "logs-*": the index is missing or empty';
    expect(result.training[1]).toEqual({ state: 'unknown', day: '2026-11-18', reason });
    expect(result.notes).toEqual([`2 training days unknown (2026-11-17 to 2026-11-18), ${reason}`]);
  });

  it('counts a day that is not over each time and does not keep it', async () => {
    const setup = fake(logsOn([DAY]));
    const early = new Date('2026-11-21T00:14:59Z');
    const result = await run(setup, { days: 0, now: early });
    expect(result.tested).toMatchObject({ state: 'known', origin: 'counted' });
    expect(setup.store.size).toBe(0);
    await run(setup, { days: 0, now: new Date('2026-11-21T00:15:00Z') });
    expect([setup.counted, setup.store.size]).toEqual([[DAY, DAY], 1]);
  });

  it('does not keep a day that could not be counted', async () => {
    const reason = '1 of 5 shards failed (disk gone)';
    const setup = fake(logsOn([DAY]), {
      countDay: () => Promise.resolve({ state: 'unknown', reason, searches: 1 }),
    });
    const result = await run(setup, { days: 0 });
    expect(result).toMatchObject({ tested: { state: 'unknown', reason }, searches: 2 });
    expect(setup.store.size).toBe(0);
  });

  it('uses kept counts, and knows nothing else, where the indices do not answer', async () => {
    const reason = 'an index does not answer (no active shard copy)';
    const kept = new Map([['2026-11-19', countsDay({ day: '2026-11-19' })]]);
    const setup = fake(
      logsOn([DAY]),
      { indexGroups: () => Promise.resolve({ state: 'unknown', reason }) },
      kept,
    );
    const result = await run(setup, { days: 2 });
    expect(result.tested).toEqual({ state: 'unknown', day: DAY, reason });
    expect(result.training[0]).toMatchObject({ state: 'known', origin: 'kept' });
    expect(result).toMatchObject({
      searches: 0,
      notes: [`1 training day unknown (2026-11-18), ${reason}`],
    });
  });

  it('adds up groups of indices, and searches only those that have documents of the day', async () => {
    const other: IndexGroup = { ...GROUP, index: 'logs-2' };
    const groups = [GROUP, other, { ...GROUP, index: 'logs-3' }];
    const searched: string[] = [];
    const base = fake(logsOn([DAY]));
    const setup = fake(logsOn([DAY]), {
      indexGroups: () => Promise.resolve({ state: 'known', value: groups }),
      dayDocuments: (...args) =>
        args[1].index === 'logs-3'
          ? Promise.resolve({ state: 'known', value: new Map(), searches: 1 })
          : base.ports.dayDocuments(...args),
      countDay: (...args) => {
        searched.push(args[1].index);
        return base.ports.countDay(...args);
      },
    });
    const result = await run(setup, { days: 0 });
    expect(searched).toEqual(['logs-*', 'logs-2']);
    expect(result.tested).toMatchObject({ counts: { documents: 20 } });
    expect(result.searches).toBe(5);
    const counts = result.tested.state === 'known' ? result.tested.counts : countsDay();
    expect([...counts.series]).toEqual([['5', hoursWith({ 10: 20 })]]);
  });

  it('does not know a day of which some documents cannot be counted', async () => {
    const unusable = 'the field "severity" of the source "syslog" is mapped as text in logs-2: …';
    const bad = { ...GROUP, index: 'logs-2', unusable };
    const base = fake(logsOn([DAY, '2026-11-19']));
    const setup = fake(logsOn([]), {
      ...base.ports,
      indexGroups: () => Promise.resolve({ state: 'known', value: [GROUP, bad] }),
      dayDocuments: (source, group, days, checked, aborted) =>
        group.unusable === null
          ? base.ports.dayDocuments(source, group, days, checked, aborted)
          : Promise.resolve({
              state: 'known',
              value: new Map([[DAY, { all: 1, of_source: null }]]),
              searches: 1,
            }),
    });
    const result = await run(setup, { days: 1 });
    expect(result.tested).toEqual({ state: 'unknown', day: DAY, reason: unusable });
    expect(result.training[0]).toMatchObject({ state: 'known' });
  });

  it('neither uses nor keeps counts where a privilege is missing, and says which', async () => {
    const missing = 'the privilege "read" is missing on "logs-*"';
    const kept = new Map([['2026-11-19', countsDay({ day: '2026-11-19', documents: 99 })]]);
    const missingRights = () => Promise.resolve([missing]);
    const setup = fake(logsOn([DAY, '2026-11-19']), { missingRights }, kept);
    const result = await run(setup, { days: 1 });
    expect(result.training[0]).toMatchObject({ origin: 'counted', counts: { documents: 10 } });
    expect(result.notes).toEqual([`only what may be read is counted, and not kept: ${missing}`]);
    expect(kept.get('2026-11-19')?.documents).toBe(99);
  });

  it('names the missing privilege where nothing can be read', async () => {
    const missing = 'the privilege "read" is missing on "logs-*"';
    const setup = fake(logsOn([]), {
      missingRights: () => Promise.resolve([missing]),
      indexGroups: () => Promise.resolve({ state: 'known', value: [] }),
    });
    expect(await run(setup, { days: 0 })).toEqual({
      tested: { state: 'unknown', day: DAY, reason: `no document at all in "logs-*": ${missing}` },
      training: [],
      notes: [],
      searches: 0,
    });
  });

  it('names the missing privilege where Elasticsearch refuses for want of it', async () => {
    const missing = 'the privilege "read" is missing on "logs-*"';
    const setup = fake(logsOn([DAY]), {
      missingRights: () => Promise.resolve([missing]),
      indexGroups: () => Promise.resolve({ state: 'unknown', reason: 'action is unauthorized' }),
    });
    const { tested, searches } = await run(setup, { days: 0 });
    expect([tested, searches]).toEqual([{ state: 'unknown', day: DAY, reason: missing }, 0]);
  });

  it('says once that counts cannot be kept, and goes on', async () => {
    const problem = 'counts cannot be kept: index is read-only';
    const setup = fake(logsOn([DAY, ...daysBefore(DAY, 3)]), {
      keep: () => Promise.resolve(problem),
    });
    const result = await run(setup);
    expect(result.notes).toEqual([problem]);
    expect(result.training).toHaveLength(3);
  });

  it('leaves out a training day that the zone never had', async () => {
    const zone = 'Pacific/Apia';
    const tested = localDay('2011-12-31', zone);
    const training = daysBefore('2011-12-31', 2);
    const { ports } = fake(logsOn(['2011-12-31', '2011-12-29']));
    const request = { source: countsSource(), tested, training, now: NOW };
    const result = await countHours(request, ports, signal);
    expect(result.training).toMatchObject([{ counts: { day: '2011-12-29' } }]);
  });

  it('keeps nothing of a count that is aborted', async () => {
    const setup = fake(logsOn([DAY]), { countDay: () => Promise.reject(new Error('aborted')) });
    await expect(run(setup)).rejects.toThrow('aborted');
    expect(setup.store.size).toBe(0);
  });
});
