import type { TrainingSettings } from '../../../common/settings';
import { type Day, daysBetween, HOURS_PER_DAY, type LocalDay } from '../../../common/time';
import { type LaidOutCase, weekOf } from '../../../common/waveform';
import { HourTable, hourlyCounts, type SourceDay, weekdayIn } from '../../../common/waveform/hours';

// A local copy: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const NO_OTHER_WEEKDAYS = {};

/** A day of a source as it is learned from. */
export interface LearnedFrom {
  readonly counts: SourceDay;
  readonly local: LocalDay;
  /** Hours of which nothing is known. */
  readonly silent: ReadonlySet<number>;
}

function isOrdinary({ local, silent }: LearnedFrom): boolean {
  return silent.size === 0 && local.columns.every(({ length }) => length === 1);
}

/** Writes the counts of a day that the clock changes, or of which hours are not known. */
function copyOdd({ counts, local, silent }: LearnedFrom, subtype: string, out: Float64Array): void {
  hourlyCounts(counts.series.get(subtype), local, silent).forEach((count, hour) => {
    out[hour] = count ?? NaN;
  });
}

/**
 * Lays series of a source side by side with nothing made for each of them: what depends on a training
 * day alone is worked out once for all series.
 *
 * @param tested the tested day, and its hours that are not known
 * @param training in any order
 * @returns the counts of a series, valid until the next one is asked for; undefined if the days do
 * not stand in tables, or the tested day is not known
 */
export function layingOut(
  tested: LearnedFrom | undefined,
  training: readonly LearnedFrom[],
  { days: trainingDays, weekend }: TrainingSettings,
): ((subtype: string) => LaidOutCase) | undefined {
  if (tested === undefined) return undefined;
  const testedDay: Day = tested.counts.day;
  const learned = training
    .filter(({ counts: { day }, silent }) => {
      const age = daysBetween(day, testedDay);
      return age >= 1 && age <= trainingDays && silent.size < HOURS;
    })
    .sort((a, b) => (a.counts.day < b.counts.day ? -1 : 1));
  const rows = learned.flatMap((one) => {
    const { series } = one.counts;
    return series instanceof HourTable ? [{ one, series, isOrdinary: isOrdinary(one) }] : [];
  });
  if (rows.length < learned.length) return undefined;
  const days = learned.map(({ counts: { day } }) => day);
  const weekdays = days.map((day) => weekdayIn(NO_OTHER_WEEKDAYS, day));
  const counts = new Float64Array(days.length * HOURS);
  const ofDay = new Float64Array(HOURS);
  const table = { days, weekdays, week: weekOf(weekend), counts };
  const weekday = weekdayIn(NO_OTHER_WEEKDAYS, testedDay);
  return (subtype) => {
    counts.fill(0);
    rows.forEach(({ one, series, isOrdinary: isPlain }, row) => {
      if (isPlain) series.copyInto(counts, row * HOURS, subtype);
      else copyOdd(one, subtype, counts.subarray(row * HOURS, (row + 1) * HOURS));
    });
    copyOdd(tested, subtype, ofDay);
    tested.local.columns.forEach(({ length }, hour) => {
      if (length === 0) ofDay[hour] = NaN;
    });
    return { table, counts: ofDay, weekday };
  };
}
