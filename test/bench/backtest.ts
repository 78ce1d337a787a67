import { settingsSchema, type Settings } from '../../common/settings/settings';
import { addDays, daysBefore, weekdayOf, type Day } from '../../common/time/day';
import { HourTable } from '../../common/waveform/hours/hour_table';
import { SeriesNames } from '../../common/waveform/hours/series_names';
import type { SourceDay } from '../../common/waveform/hours/source_day';
import { backtest } from '../../server/app/again/backtest';
import { NO_DECISIONS } from '../../server/app/deciding/decisions';
import { openThreads } from '../../standalone/threads';
import { countsDay, countsSource } from '../fixtures/counts_source';
import { coreSeconds } from './core_seconds';
import { families } from '../generator/families';
import { randomFrom } from '../generator/random';
import type { GeneratedSeries } from '../generator/series';

type Print = (line: string) => void;

const SERIES = 1_000;
const DAYS = 31;
const AIM_SECONDS = 60;
const SEED = 31;
const LAST_DAY: Day = '2026-11-20';
export const keptSettings: Settings = {
  ...settingsSchema.parse({}),
  zone: 'Europe/Vienna',
  sources: [countsSource()],
};

/** Series of every family of the detection bench, one after the other. */
function makeSeries(count: number): GeneratedSeries[] {
  const random = randomFrom(SEED);
  const kinds = [...families.values()];
  return Array.from({ length: count }, (_, place) =>
    (kinds[place % kinds.length] ?? (() => ({ draw: () => [] })))(random),
  );
}

/** @param names shared by all days, as by those that are read from the store */
function keptDay(
  day: Day,
  age: number,
  series: readonly GeneratedSeries[],
  names: SeriesNames,
): SourceDay {
  const table = new HourTable(series.length, names);
  series.forEach(({ draw }, place) =>
    table.addHours(`series ${place}`, draw({ age, weekday: weekdayOf(day) })),
  );
  return countsDay({ day, zone: keptSettings.zone, documents: 1, series: table });
}

export const KEPT_LAST_DAY = LAST_DAY;
export const KEPT_DAYS = DAYS;

/** What earlier analyses would have kept: the days that are assessed, and their training days. */
export function makeKept(count = SERIES): Map<Day, SourceDay> {
  const series = makeSeries(count);
  const days = daysBefore(addDays(LAST_DAY, 1), DAYS + keptSettings.training.days);
  const names = new SeriesNames();
  return new Map(days.map((day, age) => [day, keptDay(day, age, series, names)]));
}

/**
 * Measures how long `logwave backtest` takes to assess 31 days of series once it has read what is
 * kept.
 *
 * @param print takes one line at a time
 */
export async function benchBacktest(print: Print, series = SERIES): Promise<void> {
  const days = makeKept(series);
  const ports = {
    closedIndices: () =>
      Promise.resolve({
        state: 'known' as const,
        value: { indices: [], all: [], is_changed: false },
      }),
    missingRights: () => Promise.resolve([]),
    readKept: () => Promise.resolve({ days, problem: null }),
  };
  const request = {
    to: LAST_DAY,
    days: DAYS,
    settings: keptSettings,
    decisions: NO_DECISIONS,
    budget: 5,
  };
  const { signal } = new AbortController();
  const began = coreSeconds();
  const { flags_a_day: flags } = await backtest(request, ports, signal);
  const seconds = coreSeconds() - began;
  const started = performance.now();
  const again = await backtest(request, { ...ports, openThreads: () => openThreads() }, signal);
  const elapsed = (performance.now() - started) / 1_000;
  if (again.flags_a_day !== flags) throw new Error('threads found something else');
  print(`Back-test, ${DAYS} days of ${series.toLocaleString('en-US')} series:`);
  print(`  ${seconds.toFixed(2)} s of one core (aim: ${AIM_SECONDS}), in one thread`);
  print(`  ${elapsed.toFixed(2)} s in threads, their start included`);
  print(`  ${flags.toFixed(1)} flags a day, limits tried for a budget of 5\n`);
}
