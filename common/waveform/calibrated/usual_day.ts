import { HOURS_PER_DAY } from '../../time';
import { classCell, weekdayCell, type Cell, type Cells } from './cells';
import { FAR_OUT_SQUARED, varianceOf, type Noise } from './noise';
import { classOf, type DayClass } from './training_table';

const { max, min } = Math;
const { isNaN: isUnknown } = Number;
// A copy: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;
const HOURS_OF_DAY = Array.from({ length: HOURS }, (_, hour) => hour);

/** Nothing is expected to be rarer than once in 50 days: 31 days cannot tell. */
export const LEAST_EXPECTED = 0.02;
/** Evidence that chance alone often gives: a squared deviation of this size moves nothing. */
const CHANCE = 2;

/** How far each group of days leaves what is expected without it: 0 not at all, 1 wholly. */
export interface Weights {
  /** From the mean of all days to that of the class, one an hour. */
  readonly classes: readonly [Float64Array, Float64Array];
  /** From there to the mean of the weekday, one an hour. */
  readonly weekdays: readonly Float64Array[];
}

/** A day that is left out: its counts (NaN where not known) and where it stands in the table. */
export interface LeftOut {
  readonly counts: Float64Array;
  readonly row: number;
  readonly weekday: number;
}

/** What is still to be explained of a squared deviation once chance has had its share. */
function beyond(evidence: number, chance: number): number {
  return evidence > chance ? 1 - chance / evidence : 0;
}

function meanOf({ sums, days }: Cell, hour: number): number {
  return (sums[hour] ?? 0) / max(1, days[hour] ?? 0);
}

function flatMean(cell: Cell): number {
  let [sum, hours] = [0, 0];
  for (let hour = 0; hour < HOURS; hour += 1) {
    if ((cell.days[hour] ?? 0) === 0) continue;
    sum += meanOf(cell, hour);
    hours += 1;
  }
  return hours === 0 ? 0 : sum / hours;
}

/** Squared deviation of a cell's mean from what is expected without it, in its standard errors. */
function evidenceAt(cell: Cell, hour: number, expected: number, noise: Noise): number {
  const days = cell.days[hour] ?? 0;
  // A mean of 0 would make the first event infinitely surprising: at least a third of an event.
  const variance = varianceOf(noise, max(expected, 0.3 / days), hour);
  return ((meanOf(cell, hour) - expected) ** 2 * days) / variance;
}

/**
 * The weights of a cell: at each hour as far as that hour's own evidence goes, and everywhere as far
 * as the evidence of all hours together goes (James and Stein, 1961). Moves `expected` accordingly.
 */
function shrink(cell: Cell, expected: Float64Array, noise: Noise): Float64Array {
  const weights = new Float64Array(HOURS);
  let [sum, hours] = [0, 0];
  for (let hour = 0; hour < HOURS; hour += 1) {
    if ((cell.days[hour] ?? 0) === 0) continue;
    const evidence = evidenceAt(cell, hour, expected[hour] ?? 0, noise);
    weights[hour] = beyond(evidence, CHANCE);
    sum += min(evidence, FAR_OUT_SQUARED);
    hours += 1;
  }
  const pooled = hours === 0 ? 0 : beyond(sum / hours, 1);
  for (let hour = 0; hour < HOURS; hour += 1) {
    if ((cell.days[hour] ?? 0) === 0) continue;
    const weight = max(weights[hour] ?? 0, pooled);
    const usual = expected[hour] ?? 0;
    weights[hour] = weight;
    expected[hour] = usual + weight * (meanOf(cell, hour) - usual);
  }
  return weights;
}

/**
 * Learns how far classes and weekdays leave the mean of all days. A job that runs on Wednesdays is
 * learned in three or four weeks, while noise stays pooled.
 */
export function learnWeights(cells: Cells, noise: Noise): Weights {
  const flat = flatMean(cells.all);
  const base = Float64Array.from(HOURS_OF_DAY, (hour) =>
    (cells.all.days[hour] ?? 0) === 0 ? flat : meanOf(cells.all, hour),
  );
  const ofClass: [Float64Array, Float64Array] = [base.slice(), base.slice()];
  const classes: [Float64Array, Float64Array] = [
    shrink(cells.classes[0], ofClass[0], noise),
    shrink(cells.classes[1], ofClass[1], noise),
  ];
  const weekdays = cells.weekdays.map((cell, weekday) =>
    shrink(cell, ofClass[classOf(weekday)].slice(), noise),
  );
  return { classes, weekdays };
}

/** What a day is expected to be like. */
export interface DayKind {
  readonly dayClass: DayClass;
  /** Undefined for any day of the class. */
  readonly weekday: number | undefined;
}

/** The kind of day that a weekday is. */
export function kindOf(weekday: number): DayKind {
  return { dayClass: classOf(weekday), weekday };
}

/** The mean of a cell at an hour, one count left out of it where it is known; `otherwise` without a day. */
function meanWithout(cell: Cell, hour: number, leftOut: number, otherwise: number): number {
  const isKnown = !isUnknown(leftOut);
  const days = (cell.days[hour] ?? 0) - (isKnown ? 1 : 0);
  if (days <= 0) return otherwise;
  return ((cell.sums[hour] ?? 0) - (isKnown ? leftOut : 0)) / days;
}

/** The mean of all days at each hour; where none is known that of the other hours. */
function expectAnyDay(
  all: Cell,
  leftOut: LeftOut | undefined,
  out: Float64Array,
  at: number,
): void {
  const start = (leftOut?.row ?? 0) * HOURS;
  let [sum, hours] = [0, 0];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = meanWithout(all, hour, leftOut?.counts[start + hour] ?? NaN, NaN);
    out[at + hour] = mean;
    if (isUnknown(mean)) continue;
    sum += mean;
    hours += 1;
  }
  if (hours === HOURS) return;
  const flat = hours === 0 ? 0 : sum / hours;
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (isUnknown(out[at + hour])) out[at + hour] = flat;
  }
}

/** Moves what is expected toward the mean of a cell, at each hour as far as its weight says. */
function moveToward(
  cell: Cell,
  weights: Float64Array | undefined,
  leftOut: LeftOut | undefined,
  out: Float64Array,
  at: number,
): void {
  if (weights === undefined) return;
  const start = (leftOut?.row ?? 0) * HOURS;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const usual = out[at + hour] ?? 0;
    const mean = meanWithout(cell, hour, leftOut?.counts[start + hour] ?? NaN, usual);
    out[at + hour] = usual + (weights[hour] ?? 0) * (mean - usual);
  }
}

/**
 * The counts expected in the 24 hours of a day: the mean of all days, moved toward the mean of the
 * class, and from there toward the mean of the weekday.
 *
 * @param leftOut the day itself where it is one of the training days
 * @param out where the 24 counts are written, from `at` on; each is at least 0.02
 */
export function expectDay(
  cells: Cells,
  weights: Weights,
  { dayClass, weekday }: DayKind,
  leftOut: LeftOut | undefined,
  out: Float64Array,
  at: number,
): void {
  const ofClass = leftOut && classOf(leftOut.weekday) === dayClass ? leftOut : undefined;
  const ofWeekday = leftOut?.weekday === weekday ? leftOut : undefined;
  expectAnyDay(cells.all, leftOut, out, at);
  moveToward(classCell(cells, dayClass), weights.classes[dayClass], ofClass, out, at);
  if (weekday !== undefined) {
    moveToward(weekdayCell(cells, weekday), weights.weekdays[weekday], ofWeekday, out, at);
  }
  for (let hour = 0; hour < HOURS; hour += 1) {
    out[at + hour] = max(out[at + hour] ?? 0, LEAST_EXPECTED);
  }
}
