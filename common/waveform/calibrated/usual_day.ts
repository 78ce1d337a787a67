import { HOURS_PER_DAY } from '../../time';
import { classCell, weekdayCell, type Cell, type Cells } from './cells';
import { FAR_OUT_SQUARED, varianceOf, type Noise } from './noise';
import { classOf, type DayClass, type Week } from './training_table';

const { max } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const MOST = FAR_OUT_SQUARED;
const variance = varianceOf;

/** Nothing is expected to be rarer than once in 50 days, since 31 days cannot show it. */
export const LEAST_EXPECTED = 0.02;
const LEAST_EVENTS = 0.3;
/** Evidence that chance alone often gives: a squared deviation of this size has no effect. */
const CHANCE = 2;

/** How far each group of days moves the expectation: 0 not at all, 1 completely. */
export interface Weights {
  /** From the mean of all days to that of the class, one an hour. */
  readonly classes: readonly [Float64Array, Float64Array];
  /** From there to the mean of the weekday, one an hour. */
  readonly weekdays: readonly Float64Array[];
}

/** Memory for the weights of all groups, to be reused. */
export function roomForWeights(): Weights {
  const weights = (): Float64Array => new Float64Array(HOURS);
  return { classes: [weights(), weights()], weekdays: Array.from({ length: 7 }, weights) };
}

/** The part of a squared deviation that chance does not explain. */
function beyond(evidence: number, chance: number): number {
  return evidence > chance ? 1 - chance / evidence : 0;
}

function flatMean(cell: Cell): number {
  let sum = 0;
  let hours = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    if ((cell.days[hour] ?? 0) === 0) continue;
    sum += cell.means[hour] ?? 0;
    hours += 1;
  }
  return hours === 0 ? 0 : sum / hours;
}

/** Squared deviation of a cell's mean from the expectation without it, in its standard errors. */
function evidenceOf(
  mean: number,
  days: number,
  expected: number,
  noise: Noise,
  hour: number,
): number {
  // A mean of 0 would make the first event infinitely surprising, so it is at least a third of an
  // event of one day. Most expectations are above it, and need no division.
  const least = expected >= LEAST_EVENTS ? expected : max(expected, LEAST_EVENTS / days);
  const difference = mean - expected;
  return (difference * difference * days) / variance(noise, least, hour);
}

/**
 * The weights of a cell. Each hour's weight follows that hour's own evidence, and all hours share
 * the weight of their evidence together (James and Stein, 1961). Moves `expected` accordingly.
 *
 * @param weights where the 24 weights are written
 */
function shrink(
  { days, means }: Cell,
  expected: Float64Array,
  noise: Noise,
  weights: Float64Array,
): void {
  let sum = 0;
  let hours = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    weights[hour] = 0;
    const known = days[hour] ?? 0;
    if (known === 0) continue;
    const evidence = evidenceOf(means[hour] ?? 0, known, expected[hour] ?? 0, noise, hour);
    weights[hour] = beyond(evidence, CHANCE);
    sum += evidence < MOST ? evidence : MOST;
    hours += 1;
  }
  const pooled = hours === 0 ? 0 : beyond(sum / hours, 1);
  for (let hour = 0; hour < HOURS; hour += 1) {
    if ((days[hour] ?? 0) === 0) continue;
    const own = weights[hour] ?? 0;
    const weight = own > pooled ? own : pooled;
    const usual = expected[hour] ?? 0;
    weights[hour] = weight;
    expected[hour] = usual + weight * ((means[hour] ?? 0) - usual);
  }
}

/** Writes the mean of all days at each hour; if none is known, that of the other hours. */
function baseOf(all: Cell, base: Float64Array): Float64Array {
  const flat = flatMean(all);
  for (let hour = 0; hour < HOURS; hour += 1) {
    base[hour] = (all.days[hour] ?? 0) === 0 ? flat : (all.means[hour] ?? 0);
  }
  return base;
}

/** Reused for each series in turn: allocating a list takes longer than filling it. */
const OF_CLASS = [new Float64Array(HOURS), new Float64Array(HOURS)] as const;
const OF_WEEKDAY = new Float64Array(HOURS);

/**
 * Learns how far classes and weekdays differ from the mean of all days. A job that runs on
 * Wednesdays is learned in three or four weeks, while noise stays pooled.
 *
 * @param weights where they are written
 */
export function learnWeights(
  cells: Cells,
  noise: Noise,
  week: Week,
  weights: Weights = roomForWeights(),
): Weights {
  const ofClass = OF_CLASS;
  ofClass[0].set(baseOf(cells.all, ofClass[1]));
  shrink(cells.classes[0], ofClass[0], noise, weights.classes[0]);
  shrink(cells.classes[1], ofClass[1], noise, weights.classes[1]);
  const expected = OF_WEEKDAY;
  for (let weekday = 0; weekday < weights.weekdays.length; weekday += 1) {
    const ofWeekday = weights.weekdays[weekday];
    if (ofWeekday === undefined) continue;
    expected.set(ofClass[classOf(week, weekday)]);
    shrink(weekdayCell(cells, weekday), expected, noise, ofWeekday);
  }
  return weights;
}

/** What is expected of a day. */
export interface DayKind {
  readonly dayClass: DayClass;
  /** Undefined for any day of the class. */
  readonly weekday: number | undefined;
}

/** The class and weekday of a day. */
export function kindOf(week: Week, weekday: number): DayKind {
  return { dayClass: classOf(week, weekday), weekday };
}

/** Moves the expectation toward the mean of a cell, at each hour by its weight. */
function moveToward(cell: Cell, weights: Float64Array | undefined, out: Float64Array): void {
  if (weights === undefined) return;
  for (let hour = 0; hour < HOURS; hour += 1) {
    if ((cell.days[hour] ?? 0) <= 0) continue;
    const usual = out[hour] ?? 0;
    out[hour] = usual + (weights[hour] ?? 0) * ((cell.means[hour] ?? 0) - usual);
  }
}

/**
 * The 24 counts expected of a day that is not a training day: the mean of all days, moved
 * toward the mean of the class, and from there toward the mean of the weekday. Each is at least 0.02.
 *
 * @param out where they are written
 */
export function expectDay(
  cells: Cells,
  weights: Weights,
  { dayClass, weekday }: DayKind,
  out: Float64Array = new Float64Array(HOURS),
): Float64Array {
  const expected = baseOf(cells.all, out);
  moveToward(classCell(cells, dayClass), weights.classes[dayClass], expected);
  if (weekday !== undefined) {
    moveToward(weekdayCell(cells, weekday), weights.weekdays[weekday], expected);
  }
  for (let hour = 0; hour < HOURS; hour += 1) {
    expected[hour] = max(expected[hour] ?? 0, LEAST_EXPECTED);
  }
  return expected;
}
