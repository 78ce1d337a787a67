import { parseSettings } from '../../../common/settings/parse_settings';
import type { Settings } from '../../../common/settings/settings';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import { DAY, fakePorts } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource, hoursWith, seriesOf } from '../../../test/fixtures/counts_source';
import { calendarMark, calendarOn, windowOn } from '../../../test/fixtures/calendars';
import { judgmentOf } from '../../../test/fixtures/judgments';
import { randomOf } from '../../../test/fixtures/page_random';
import { backtest, type Backtest, type BacktestPorts, type BacktestProgress } from './backtest';
import { closedIndices } from '../counting/closed_indices';
import { assessSource } from '../assessing/assess_source';
import { MOST_NEW } from '../assessing/new_series';
import { type Decisions, decisionsOf, NO_DECISIONS } from '../deciding/decisions';

const { signal } = new AbortController();
const TRAINING = 10;
const identity = { scope: 'default', run_id: 'run', settings_hash: 'hash', seen_by: null };

function settingsWith(parts: object = {}): Settings {
  const parsed = parseSettings({ zone: 'UTC', training: { days: TRAINING }, ...parts });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return { ...parsed.settings, sources: [countsSource()] };
}

const DAYS = 8;
/** Kept days of two noisy series; on the last days each has a burst, larger from day to day. */
function keptDays(count: number): Map<Day, SourceDay> {
  const random = randomOf(7);
  const noisy = (mean: number, age: number): number[] =>
    Array.from({ length: 24 }, (_, hour) => {
      const isBurst = age < DAYS && hour === (age * 5) % 24;
      const burst = isBurst ? mean * 0.25 * (DAYS - age) : 0;
      return Math.round(mean * (0.8 + 0.4 * random()) + burst);
    });
  const days = daysBefore(addDays(DAY, 1), count).map((day, age): [Day, SourceDay] => {
    const rows = [20, 100].map((mean) => [String(mean), noisy(mean, age)] as const);
    return [day, countsDay({ day, documents: 10, series: seriesOf(rows) })];
  });
  return new Map(days);
}

const kept = keptDays(DAYS + TRAINING);
let plain: Backtest;

function run(
  parts: {
    settings?: Settings;
    budget?: number;
    days?: number;
    to?: Day;
    decisions?: Decisions;
  } = {},
  ports: Partial<BacktestPorts> = {},
  store = kept,
): Promise<Backtest> {
  const { settings = settingsWith(), budget = null, days = DAYS, to = DAY } = parts;
  const { decisions = NO_DECISIONS } = parts;
  const { ports: fake } = fakePorts(new Map(), {}, store);
  return backtest({ to, days, settings, decisions, budget }, { ...fake, ...ports }, signal);
}

/** What really assessing the days with the settings comes to: findings a day. */
function reallyAssessed(settings: Settings, decisions = NO_DECISIONS, store = kept): number[] {
  const span = { from: addDays(DAY, -DAYS), to: DAY };
  const decided = decisionsOf(decisions, span, settings);
  return daysBefore(addDays(DAY, 1), DAYS)
    .reverse()
    .map((day) => {
      const training = daysBefore(day, TRAINING).flatMap((one) => store.get(one) ?? []);
      const tested = store.get(day);
      const toAssess = {
        day: localDay(day, 'UTC'),
        tested,
        training,
        open_hours: new Set<number>(),
        decided: decided.on(day),
      };
      return assessSource({ ...toAssess, source: countsSource() }, settings, identity).findings
        .length;
    });
}

beforeAll(async () => {
  plain = await run({ budget: 0.5 });
});

describe('backtest', () => {
  it('finds on each day what assessing that day finds', () => {
    const { days, flags_a_day: mean, limit } = plain;
    const really = reallyAssessed(settingsWith());
    expect(days.map(({ flags }) => flags)).toEqual(really);
    expect(days.map(({ series }) => series)).toEqual(Array(DAYS).fill(2));
    expect(days[0]?.day).toBe(addDays(DAY, 1 - DAYS));
    expect(really.some((flags) => flags > 0)).toBe(true);
    expect(mean).toBeCloseTo(really.reduce((sum, flags) => sum + flags, 0) / DAYS);
    expect(limit).toBe(settingsWith().calibrated.score_limit);
  });

  it.each([3, 6])('reports for the threshold %d what assessing with it gives', (limit) => {
    const really = reallyAssessed(settingsWith({ calibrated: { score_limit: limit } }));
    const { limits } = plain;
    expect(limits.find((row) => row.limit === limit)).toEqual({
      limit,
      flags_a_day: really.reduce((sum, flags) => sum + flags, 0) / DAYS,
      busiest_day: Math.max(...really),
    });
  });

  it('gets different results for thresholds on these days', () => {
    const { limits } = plain;
    const means = limits.map(({ flags_a_day: mean }) => mean);
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(new Set(means).size).toBeGreaterThan(3);
  });

  it('proposes the lowest threshold that keeps to a budget', () => {
    const { proposal } = plain;
    const limit = proposal?.row?.limit ?? NaN;
    const meanAt = (score_limit: number): number =>
      reallyAssessed(settingsWith({ calibrated: { score_limit } })).reduce((a, b) => a + b, 0) /
      DAYS;
    expect(meanAt(limit)).toBeLessThanOrEqual(0.5);
    expect(meanAt(limit)).toBe(proposal?.row?.flags_a_day);
    expect(meanAt(Math.round(limit * 10 - 1) / 10)).toBeGreaterThan(0.5);
  });

  it('proposes nothing if more than the budget exceeds every threshold', async () => {
    const store = new Map(kept);
    for (const day of daysBefore(addDays(DAY, 1), DAYS)) {
      const rows = [...(kept.get(day)?.series ?? []), [`new on ${day}`, hoursWith({ 3: 1 })]];
      const series = seriesOf(rows as [string, number[]][]);
      store.set(day, countsDay({ day, documents: 10, series }));
    }
    const { proposal } = await run({ budget: 0.5 }, {}, store);
    expect(proposal).toEqual({ budget: 0.5, row: null, at_any_limit: 1 });
  });

  it('names the series that flag most, ten at most', () => {
    const { most_flagged: most, days } = plain;
    const flags = most.map((one) => one.flags);
    expect(flags).toEqual([...flags].sort((a, b) => b - a));
    expect(flags.reduce((a, b) => a + b, 0)).toBe(days.reduce((sum, day) => sum + day.flags, 0));
    expect(most[0]).toMatchObject({
      source: 'syslog',
      code: `syslog severity ${most[0]?.subtype}`,
    });
  });

  it.each(['calibrated', 'talk'])(
    'finds with the method %s what a run finds with judgments and calendars',
    async (method) => {
      const settings = settingsWith({ method });
      const before = reallyAssessed(settings);
      const [quiet, windowed] = [addDays(DAY, -1), addDays(DAY, -3)];
      const decisions = {
        judgments: [
          judgmentOf({ subtype: '20', day: DAY, hours: [0], until: '2027-01-01' }),
          judgmentOf({ id: 'b', subtype: '100', day: DAY, hours: [0], until: '2027-01-01' }),
        ],
        calendars: [
          calendarOn([quiet]),
          windowOn(windowed, [15, 16], { name: 'patches', sources: ['syslog'] }),
        ],
      };
      const really = reallyAssessed(settings, decisions);
      const { days, notes } = await run({ settings, decisions });
      expect(days.map(({ flags }) => flags)).toEqual(really);
      expect(really.at(-2)).toBe(0);
      expect(really.at(-1)).toBeLessThan(before.at(-1) ?? 0);
      expect(notes).toEqual([]);
    },
  );

  it('reports no more new series than a run does', async () => {
    const names = Array.from({ length: MOST_NEW + 5 }, (_, place) => `new ${place}`);
    const rows = names.map((name) => [name, hoursWith({ 3: 9 })] as const);
    const store = new Map(kept);
    const fresh = [...(kept.get(DAY)?.series ?? []), ...rows] as [string, number[]][];
    store.set(DAY, countsDay({ day: DAY, documents: 10, series: seriesOf(fresh) }));
    const { days } = await run({ days: 1 }, {}, store);
    const really = reallyAssessed(settingsWith(), NO_DECISIONS, store).at(-1);
    expect(days.at(-1)?.flags).toBe(really);
    expect(really).toBeLessThan(names.length);
  });

  it('says which calendar it cannot use', async () => {
    const calendars = [calendarMark({ name: 'bad', ics: 'broken' })];
    const { notes } = await run({ decisions: { judgments: [], calendars } });
    expect(notes).toEqual([expect.stringMatching('^calendar bad is not used: ')]);
  });

  it('makes no table of thresholds for the method of the talk', async () => {
    const settings = settingsWith({ method: 'talk' });
    const { limits, limit, days, proposal } = await run({ settings, budget: 1 });
    expect({ limits, limit, proposal }).toEqual({ limits: [], limit: null, proposal: null });
    expect(days.map(({ flags }) => flags)).toEqual(reallyAssessed(settings));
  });

  it('assesses exactly with the present threshold if there are minimums', async () => {
    const floors = [{ source: 'syslog', floors: { least_excess: 100 } }];
    const settings = settingsWith({ floors });
    const { days } = await run({ settings });
    expect(days.map(({ flags }) => flags)).toEqual(reallyAssessed(settings));
  });

  it('says which days are not assessed, or by few training days', async () => {
    const { days, notes } = await run({ days: DAYS + TRAINING + 1 });
    expect(days).toHaveLength(DAYS + TRAINING - 3);
    expect(notes).toEqual([
      'syslog: 1 day not assessed, no counts kept (2026-11-02)',
      'syslog: 3 days not assessed, because counts of fewer than 3 training days are kept (2026-11-03 to 2026-11-05)',
      'syslog: 7 days assessed with fewer than 10 training days, because no counts of the others are kept (2026-11-06 to 2026-11-12)',
    ]);
  });

  it('says the same of several sources once', async () => {
    const sources = [countsSource(), countsSource({ id: 'ossec' })];
    const { notes } = await run({ settings: { ...settingsWith(), sources }, days: DAYS + 1 });
    expect(notes).toEqual([
      'syslog, ossec: 1 day assessed with fewer than 10 training days, because no counts of the others are kept (2026-11-12)',
    ]);
  });

  /** An index of each of some days that is closed. */
  const closing = (...days: readonly Day[]): Partial<BacktestPorts> => ({
    closedIndices: (_source, now) => {
      const names = days.map((day) => `fw-${day}`);
      const indices = closedIndices(names, names, new Map(), now);
      return Promise.resolve({ state: 'known', value: { indices, all: names, is_changed: false } });
    },
  });
  const without = (...days: readonly Day[]): Map<Day, SourceDay> => {
    const store = new Map(kept);
    for (const day of days) store.delete(day);
    return store;
  };

  it('says that days in closed indices are unknown, by name', async () => {
    const [tested, before] = [addDays(DAY, -1), addDays(DAY, -DAYS - 1)];
    const { days, notes } = await run({}, closing(tested, before), without(tested, before));
    expect(days.map(({ day }) => day)).not.toContain(tested);
    expect(notes).toEqual([
      `syslog: 1 day unknown, fw-${tested} is closed and was not counted: open it, or leave it out of the source (${tested})`,
      expect.stringMatching(
        new RegExp(`^syslog: 2 training days unknown .* fw-${before}, fw-${tested} are closed and`),
      ),
      'syslog: no series is called new, because closed indices may hold training days',
    ]);
  });

  it.each(['calibrated', 'talk'])(
    'calls nothing new whose training days are in closed indices, by the method %s',
    async (method) => {
      const hidden = addDays(DAY, -2);
      const store = without(hidden);
      const rows = [...(kept.get(DAY)?.series ?? []), ['fresh', hoursWith({ 3: 90 })]];
      const series = seriesOf(rows as [string, number[]][]);
      store.set(DAY, countsDay({ day: DAY, documents: 10, series }));
      const settings = settingsWith({ method });
      const flags = async (ports: Partial<BacktestPorts>): Promise<readonly string[]> =>
        (await run({ settings, days: 1 }, ports, store)).most_flagged.map(
          ({ subtype }) => subtype ?? '',
        );
      expect(await flags({})).toContain('fresh');
      expect(await flags(closing(hidden))).not.toContain('fresh');
    },
  );

  it('assesses as before with days that were kept before their index was closed', async () => {
    expect(await run({}, closing(DAY, addDays(DAY, -3)))).toEqual(await run());
  });

  it('says when it may not ask which indices are closed', async () => {
    const closedIndices = () => Promise.resolve({ state: 'unknown' as const, reason: 'forbidden' });
    const { notes } = await run({}, { closedIndices });
    expect(notes).toEqual(['syslog: it is unknown whether indices are closed: forbidden']);
  });

  it('does not use kept counts if a privilege is missing', async () => {
    const missingRights = () => Promise.resolve(['the privilege "read" on logs-*']);
    const { days, notes } = await run({}, { missingRights });
    expect(days).toEqual([]);
    expect(notes[0]).toContain('8 days not assessed, the privilege "read" on logs-*');
  });

  it('reads kept counts once, and reports its progress', async () => {
    const asked: number[] = [];
    const told: BacktestProgress[] = [];
    await run(
      {},
      {
        readKept: (_source, _zone, days) => {
          asked.push(days.length);
          return Promise.resolve({ days: kept, problem: null });
        },
        onProgress: (progress) => told.push(progress),
      },
    );
    expect(asked).toEqual([DAYS + TRAINING]);
    expect(told).toHaveLength(1 + DAYS);
    expect(told.at(-1)).toMatchObject({ steps: DAYS, steps_done: DAYS });
  });

  it('stops on request', async () => {
    const asked = { to: DAY, days: DAYS, settings: settingsWith(), budget: null };
    const request = { ...asked, decisions: NO_DECISIONS };
    const { ports } = fakePorts(new Map(), {}, kept);
    await expect(backtest(request, ports, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
