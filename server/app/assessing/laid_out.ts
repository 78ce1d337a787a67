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

/** A day as its series are laid out. */
interface Row {
  readonly learned: LearnedFrom;
  readonly table: HourTable;
  /**
   * By number of a series its row in the table and one more; 0, or nothing, for one without events.
   * Undefined if the table does not share the names of the first one.
   */
  readonly places: Readonly<Int32Array> | undefined;
  readonly isOrdinary: boolean;
}

/** Writes the 24 counts of a series on a day. @param number that of its name; undefined for an unknown one */
function writeRow(
  { learned, table, places, isOrdinary: isPlain }: Row,
  subtype: string,
  number: number | undefined,
  out: Float64Array,
  at: number,
): void {
  if (!isPlain) {
    copyOdd(learned, subtype, out.subarray(at, at + HOURS));
    return;
  }
  if (places === undefined) {
    if (!table.copyInto(out, at, subtype)) out.fill(0, at, at + HOURS);
    return;
  }
  const place = number === undefined ? 0 : (places[number] ?? 0);
  if (place > 0) table.copyRow(out, at, place - 1);
  else out.fill(0, at, at + HOURS);
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
  const all = [...learned, tested].flatMap((one) => {
    const { series } = one.counts;
    return series instanceof HourTable ? [{ learned: one, table: series }] : [];
  });
  const [first] = all;
  if (first === undefined || all.length <= learned.length) return undefined;
  // Kept days share their names, so that each is looked up once for all of them.
  const { names } = first.table;
  const rows = all.map(({ learned: one, table }) => ({
    learned: one,
    table,
    places: table.names === names ? table.placesOf(names) : undefined,
    isOrdinary: isOrdinary(one),
  }));
  const days = learned.map(({ counts: { day } }) => day);
  const weekdays = days.map((day) => weekdayIn(NO_OTHER_WEEKDAYS, day));
  // The last row is that of the tested day.
  const trained = days.length * HOURS;
  const counts = new Float64Array(trained + HOURS);
  const table = {
    days,
    weekdays,
    week: weekOf(weekend),
    counts: counts.subarray(0, trained),
    odd: undefined,
    trusted: undefined,
  };
  const ofDay = counts.subarray(trained);
  const skipped = [...tested.local.columns.entries()].flatMap(([hour, { length }]) =>
    length === 0 ? [hour] : [],
  );
  const weekday = weekdayIn(NO_OTHER_WEEKDAYS, testedDay);
  return (subtype) => {
    const number = names.find(subtype);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row !== undefined) writeRow(row, subtype, number, counts, at * HOURS);
    }
    for (const hour of skipped) ofDay[hour] = NaN;
    return { table, counts: ofDay, weekday };
  };
}
