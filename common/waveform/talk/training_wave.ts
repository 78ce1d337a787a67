import type { TalkSettings } from '../../settings/settings';
import { daysBetween, weekdayOf, type Day } from '../../time/day';
import { HOURS_PER_DAY } from '../../time/local_day';
import { ascending, percentileOfSorted } from '../percentile';
import { wholeDay, type SeriesCase } from '../series_case';

const DAYS_PER_WEEK = 7;

/** The usual day of a weekday, and the days it was learnt from. */
export interface TrainingWave {
  /** Events expected in the hours 0 to 23. */
  readonly wave: readonly number[];
  /** The training days of the same weekday with at least one event. */
  readonly days: readonly Day[];
}

interface WeekdayMean {
  readonly sum: Float64Array;
  readonly days: Day[];
}

function hasEvent(counts: readonly number[]): boolean {
  for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) if ((counts[hour] ?? 0) > 0) return true;
  return false;
}

/**
 * Sums the training days by weekday, 0 = Sunday. Days without an event are left out, as the talk
 * left them out, and so are days that are not known whole or lie too far back.
 */
function sumByWeekday(seriesCase: SeriesCase, trainingDays: number): (WeekdayMean | undefined)[] {
  const sums: (WeekdayMean | undefined)[] = Array<undefined>(DAYS_PER_WEEK).fill(undefined);
  for (const { day, counts } of seriesCase.training) {
    const age = daysBetween(day, seriesCase.day);
    const known = wholeDay(counts);
    if (age < 1 || age > trainingDays || known === undefined || !hasEvent(known)) continue;
    const weekday = weekdayOf(day);
    const mean = sums[weekday] ?? { sum: new Float64Array(HOURS_PER_DAY), days: [] };
    for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
      mean.sum[hour] = (mean.sum[hour] ?? 0) + (known[hour] ?? 0);
    }
    mean.days.push(day);
    sums[weekday] = mean;
  }
  return sums;
}

/** The mean over the weekdays that have training days, hour by hour: one typical day, ascending. */
function sortedTypicalDay(sums: readonly (WeekdayMean | undefined)[]): Float64Array {
  const typical = Array<number>(HOURS_PER_DAY).fill(0);
  const present = sums.filter((mean) => mean !== undefined);
  for (const { sum, days } of present) {
    for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
      typical[hour] = (typical[hour] ?? 0) + (sum[hour] ?? 0) / days.length;
    }
  }
  return ascending(typical.map((sum) => sum / present.length));
}

/**
 * The day that the talk "Roll Your Own SIEM" compares with: the mean of the training days of the
 * same weekday, clipped to the 1st and 99th percentile of the mean over all weekdays. Where the
 * weekday has one training day only, the clipped counts are truncated to whole numbers.
 *
 * @returns undefined without a training day of the same weekday that has an event
 */
export function trainingWave(
  seriesCase: SeriesCase,
  trainingDays: number,
  settings: TalkSettings,
): TrainingWave | undefined {
  const sums = sumByWeekday(seriesCase, trainingDays);
  const same = sums[weekdayOf(seriesCase.day)];
  if (same === undefined) return undefined;
  const typical = sortedTypicalDay(sums);
  const low = percentileOfSorted(typical, settings.low_percentile);
  const high = percentileOfSorted(typical, settings.high_percentile);
  const wave = Array.from(same.sum, (sum) => {
    const clipped = Math.min(Math.max(sum / same.days.length, low), high);
    return same.days.length === 1 ? Math.trunc(clipped) : clipped;
  });
  return { wave, days: [...same.days].sort() };
}
