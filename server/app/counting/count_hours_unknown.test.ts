import { daysBefore } from '../../../common/time/day';
import {
  DAY,
  fakePorts,
  GROUP,
  logsOn,
  runCount,
  type Logs,
} from '../../../test/fixtures/counts_fake_ports';
import type { CountingPorts } from './counting_ports';
import { countsDay } from '../../../test/fixtures/counts_source';

const LATER = new Date('2026-11-30T06:00Z');
/** Documents of the source are on no day. */
const countingNothing: Partial<CountingPorts> = {
  countDay: (_source, _group, { day }) =>
    Promise.resolve({
      state: 'known',
      value: countsDay({ day, documents: 0, series: new Map() }),
      searches: 1,
    }),
};

describe('what countHours cannot know', () => {
  it('distinguishes an absent index from a day without a document of the source', async () => {
    const logs: Logs = new Map([
      [DAY, { all: 100, of_source: 10 }],
      ['2026-11-19', { all: 100, of_source: 0 }],
    ]);
    const result = await runCount(fakePorts(logs));
    expect(result.training[0]).toMatchObject({ state: 'known', counts: { documents: 0 } });
    const reason = 'no document in "logs-*"';
    const absent = { state: 'unknown', day: '2026-11-18', reason, is_absent: true };
    expect(result.training[1]).toEqual(absent);
    expect(result.notes).toEqual([`2 training days unknown (2026-11-17 to 2026-11-18), ${reason}`]);
  });

  it('does not keep a day that could not be counted', async () => {
    const reason = '1 of 5 shards failed (disk gone)';
    const setup = fakePorts(logsOn([DAY]), {
      countDay: () => Promise.resolve({ state: 'unknown', reason, searches: 1 }),
    });
    const result = await runCount(setup, { days: 0 });
    expect(result).toMatchObject({ tested: { state: 'unknown', reason }, searches: 2 });
    expect(setup.store.size).toBe(0);
  });

  it('uses kept counts, and knows nothing else, if the indices do not answer', async () => {
    const reason = 'an index does not answer (no active shard copy)';
    const kept = new Map([['2026-11-19', countsDay({ day: '2026-11-19' })]]);
    const setup = fakePorts(
      logsOn([DAY]),
      { indexGroups: () => Promise.resolve({ state: 'unknown', reason }) },
      kept,
    );
    const result = await runCount(setup, { days: 2 });
    expect(result.tested).toEqual({ state: 'unknown', day: DAY, reason });
    expect(result.training[0]).toMatchObject({ state: 'known', origin: 'kept' });
    expect(result).toMatchObject({
      searches: 0,
      notes: [`1 training day unknown (2026-11-18), ${reason}`],
    });
  });

  it('does not know a day of which some documents cannot be counted', async () => {
    const unusable = 'the field "severity" of the source "syslog" is mapped as text in logs-2: …';
    const bad = { ...GROUP, index: 'logs-2', unusable };
    const base = fakePorts(logsOn([DAY, '2026-11-19']));
    const setup = fakePorts(logsOn([]), {
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
    const result = await runCount(setup, { days: 1 });
    expect(result.tested).toEqual({ state: 'unknown', day: DAY, reason: unusable });
    expect(result.training[0]).toMatchObject({ state: 'known' });
  });

  it('neither uses nor keeps counts where a privilege is missing, and says which', async () => {
    const missing = 'the privilege "read" is missing on "logs-*"';
    const kept = new Map([['2026-11-19', countsDay({ day: '2026-11-19', documents: 99 })]]);
    const missingRights = () => Promise.resolve([missing]);
    const setup = fakePorts(logsOn([DAY, '2026-11-19']), { missingRights }, kept);
    const result = await runCount(setup, { days: 1 });
    expect(result.training[0]).toMatchObject({ origin: 'counted', counts: { documents: 10 } });
    expect(result.notes).toEqual([
      `only readable documents are counted, and their counts are not kept: ${missing}`,
    ]);
    expect(kept.get('2026-11-19')?.documents).toBe(99);
  });

  it('names the missing privilege where nothing can be read', async () => {
    const missing = 'the privilege "read" is missing on "logs-*"';
    const setup = fakePorts(logsOn([]), {
      missingRights: () => Promise.resolve([missing]),
      indexGroups: () => Promise.resolve({ state: 'known', value: [] }),
    });
    expect(await runCount(setup, { days: 0 })).toEqual({
      tested: { state: 'unknown', day: DAY, reason: `no document in "logs-*": ${missing}` },
      training: [],
      notes: [],
      searches: 0,
      missing_rights: [missing],
    });
  });

  it('names the missing privilege for which Elasticsearch refuses', async () => {
    const missing = 'the privilege "read" is missing on "logs-*"';
    const setup = fakePorts(logsOn([DAY]), {
      missingRights: () => Promise.resolve([missing]),
      indexGroups: () => Promise.resolve({ state: 'unknown', reason: 'action is unauthorized' }),
    });
    const { tested, searches } = await runCount(setup, { days: 0 });
    expect([tested, searches]).toEqual([{ state: 'unknown', day: DAY, reason: missing }, 0]);
  });

  it('says once that counts cannot be kept, and continues', async () => {
    const problem = 'counts cannot be kept: index is read-only';
    const setup = fakePorts(logsOn([DAY, ...daysBefore(DAY, 3)]), {
      keep: () => Promise.resolve(problem),
    });
    const result = await runCount(setup);
    expect(result.notes).toEqual([problem]);
    expect(result.training).toHaveLength(3);
  });

  it.each([
    ['before its logs', '2026-11-10', '2026-11-18'],
    ['after its logs', '2026-11-25', '2026-11-20'],
    ['between its logs', '2026-11-19', '2026-11-18'],
  ])('says which days have logs where the tested one has none, %s', async (_, day, nearest) => {
    const logs = logsOn(['2026-11-18', DAY]);
    const result = await runCount(fakePorts(logs), { day, days: 0, now: LATER });
    const first = '2026-11-18';
    expect(result.log_days).toEqual({ first, last: DAY, nearest });
    expect(result.tested).toMatchObject({
      is_absent: true,
      reason: `"logs-*" has no document of this day: its logs are from ${first} to ${DAY}, and ${nearest} is the nearest day with logs`,
    });
  });

  it('distinguishes an index with logs of one day, an empty index, and none', async () => {
    const one = await runCount(fakePorts(logsOn(['2026-11-18'])), { days: 0 });
    expect(one.tested).toMatchObject({
      reason: '"logs-*" has no document of this day: all of its logs are from 2026-11-18',
    });
    const empty = await runCount(fakePorts(logsOn([])), { days: 0 });
    expect(empty.tested).toMatchObject({ reason: '"logs-*" is empty' });
    const none = fakePorts(logsOn([]), {
      indexGroups: () => Promise.resolve({ state: 'known', value: [] }),
    });
    const missing = await runCount(none, { days: 1 });
    expect(missing.tested).toMatchObject({ reason: 'no index matches "logs-*"', is_absent: true });
    expect(missing.notes).toEqual([
      '1 training day unknown (2026-11-19), no index matches "logs-*"',
    ]);
  });

  it('asks for days with logs only where the tested day has none', async () => {
    const logDays = jest.fn();
    await runCount(fakePorts(logsOn([DAY]), { logDays }));
    expect(logDays).not.toHaveBeenCalled();
  });

  it('finds that documents are there and none is in a series, with the fields that are missing', async () => {
    const logs: Logs = new Map([[DAY, { all: 88, of_source: 0 }]]);
    const result = await runCount(fakePorts(logs, countingNothing), { days: 1 });
    expect(result.unmatched).toEqual({
      documents: 88,
      unmapped: ['type', 'severity'],
      unusable: null,
      was_matched: false,
    });
    expect((await runCount(fakePorts(logsOn([DAY])), { days: 1 })).unmatched).toBeUndefined();
  });
});
