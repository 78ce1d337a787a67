import type { TalkSettings } from '../../settings';
import { daysBetween, weekdayOf, type Day, HOURS_PER_DAY, DAYS_PER_WEEK } from '../../time';
import { percentileOfSorted, type HourCount, type SeriesCase, weekdayIn } from '../hours';
/** A local copy: without a bundler, an import is looked up at every step of a loop. */
const HOURS = HOURS_PER_DAY;

/** The usual day of a weekday, and the days it was learned from. */
export interface TrainingWave {
  /** Events expected in the hours 0 to 23. */
  readonly wave: readonly number[];
  /** The training days of the same weekday with at least one event. */
  readonly days: readonly Day[];
}

/** What was learned about the weekdays, 0 = Sunday. */
interface WeekdaySums {
  /**
   * Events in the 24 hours of Sundays, then of Mondays, and so on: a single list is faster to make.
   */
  readonly sums: Float64Array;
  /** The days in each sum. */
  readonly days: readonly Day[][];
}

/** Whether each hour is known and at least one has an event. */
function hasKnownEvents(counts: readonly HourCount[]): boolean {
  return !counts.includes(null) && counts.some((count) => count !== null && count > 0);
}

/**
 * Sums the training days by weekday. Days without an event are left out, as in the talk, and so are
 * days that are not known whole or too old.
 */
function sumByWeekday(seriesCase: SeriesCase, trainingDays: number): WeekdaySums {
  const sums = new Float64Array(DAYS_PER_WEEK * HOURS);
  const days: Day[][] = [[], [], [], [], [], [], []];
  const tested = weekdayOf(seriesCase.day);
  const { weekdays } = seriesCase;
  for (const { day, counts } of seriesCase.training) {
    const age = daysBetween(day, seriesCase.day);
    if (age < 1 || age > trainingDays || !hasKnownEvents(counts)) continue;
    const own = (tested + DAYS_PER_WEEK - (age % DAYS_PER_WEEK)) % DAYS_PER_WEEK;
    const weekday = weekdays?.get(day) ?? own;
    for (let hour = 0; hour < HOURS; hour += 1) {
      const place = weekday * HOURS + hour;
      sums[place] = (sums[place] ?? 0) + (counts[hour] ?? 0);
    }
    days[weekday]?.push(day);
  }
  return { sums, days };
}

/** The mean over the weekdays that have training days, hour by hour: one typical day, ascending. */
function sortedTypicalDay({ sums, days }: WeekdaySums): Float64Array {
  const typical = new Float64Array(HOURS);
  const present = days.filter((ofWeekday) => ofWeekday.length > 0).length;
  days.forEach(({ length: trained }, weekday) => {
    if (trained === 0) return;
    for (let hour = 0; hour < HOURS; hour += 1) {
      const mean = (sums[weekday * HOURS + hour] ?? 0) / trained;
      typical[hour] = (typical[hour] ?? 0) + mean;
    }
  });
  for (let hour = 0; hour < HOURS; hour += 1) {
    typical[hour] = (typical[hour] ?? 0) / present;
  }
  return typical.sort();
}

/**
 * The day that the talk "Roll Your Own SIEM" compares with: the mean of the training days of the
 * same weekday, clipped to the 1st and 99th percentile of the mean over all weekdays. If the
 * weekday has only one training day, the clipped counts are truncated to whole numbers.
 *
 * @returns undefined without a training day of the same weekday that has an event
 */
export function trainingWave(
  seriesCase: SeriesCase,
  trainingDays: number,
  settings: TalkSettings,
): TrainingWave | undefined {
  const learned = sumByWeekday(seriesCase, trainingDays);
  const weekday = weekdayIn(seriesCase, seriesCase.day);
  const days = learned.days[weekday] ?? [];
  if (days.length === 0) return undefined;
  const typical = sortedTypicalDay(learned);
  const low = percentileOfSorted(typical, settings.low_percentile);
  const high = percentileOfSorted(typical, settings.high_percentile);
  const wave: number[] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = (learned.sums[weekday * HOURS + hour] ?? 0) / days.length;
    const clipped = Math.min(Math.max(mean, low), high);
    wave.push(days.length === 1 ? Math.trunc(clipped) : clipped);
  }
  return { wave, days: [...days].sort() };
}
