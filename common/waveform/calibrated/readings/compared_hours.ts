import { HOURS_PER_DAY } from '../../../time';
import { log } from '../tails/logarithm';
import { FAR_OUT_SQUARED, varianceOf, type Noise } from '../noise';
import type { DayCounts } from '../windows/window_room';

const { min } = Math;
const { isNaN: isUnknown } = Number;
// Copies: an import is looked up again at each step of a loop, unless a bundler has resolved it.
const MOST = FAR_OUT_SQUARED;
const variance = varianceOf;

/** The hours with the strongest evidence do not decide: one missing job does not make a Sunday. */
const HOURS_NOT_ASKED = 4;
/** Mean square of the remaining residuals up to which a day counts as usual. */
const USUAL_SQUARE = 1.6;

/** What an expectation says of the known hours of a day. */
export interface Told {
  /** Squared residuals in standard deviations, capped. */
  readonly squares: readonly number[];
  readonly variances: readonly number[];
}

/** The known hours of a day, and what its own expectation says of them. */
export interface KnownHours extends Told {
  readonly day: DayCounts;
  readonly hours: readonly number[];
}

function told(
  counts: Float64Array,
  expected: Float64Array,
  hours: readonly number[],
  noise: Noise,
): Told {
  const squares: number[] = [];
  const variances: number[] = [];
  for (const hour of hours) {
    const usual = expected[hour] ?? 0;
    const residual = (counts[hour] ?? NaN) - usual;
    const own = variance(noise, usual, hour);
    variances.push(own);
    squares.push(min((residual * residual) / own, MOST));
  }
  return { squares, variances };
}

/** The hours of a day whose count is known, and of which something is expected. */
export function knownHours(day: DayCounts, noise: Noise): KnownHours {
  const { counts, expected } = day;
  const hours: number[] = [];
  for (let hour = 0; hour < counts.length; hour += 1) {
    if (!isUnknown(counts[hour]) && !isUnknown(expected[hour])) hours.push(hour);
  }
  return { day, hours, ...told(counts, expected, hours, noise) };
}

/** What another expectation says of the known hours of a day. @param expected 24 counts */
export function toldOtherwise(
  expected: Float64Array,
  { day, hours }: KnownHours,
  noise: Noise,
): Told {
  return told(day.counts, expected, hours, noise);
}

/** How much likelier another expectation makes each known hour of a day, as a log-likelihood. */
export function gainsOf({ squares, variances }: Told, known: KnownHours): number[] {
  const gains: number[] = [];
  for (let at = 0; at < squares.length; at += 1) {
    const ratio = log((known.variances[at] ?? 1) / (variances[at] ?? 1));
    gains.push(((known.squares[at] ?? 0) - (squares[at] ?? 0) + ratio) / 2);
  }
  return gains;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The part of gains from the hours with fewer events than expected. */
export function gainWhereLess(gains: readonly number[], { day, hours }: KnownHours): number {
  let gain = 0;
  for (let at = 0; at < hours.length; at += 1) {
    const hour = hours[at] ?? 0;
    if ((day.counts[hour] ?? 0) <= (day.expected[hour] ?? 0)) gain += gains[at] ?? 0;
  }
  return gain;
}

/** Reused: a day has few hours, and sorting them in place is faster than a new list. */
let sorted = new Float64Array(HOURS_PER_DAY);

/** Writes the values in ascending order. */
function sort(values: readonly number[]): void {
  if (values.length > sorted.length) sorted = new Float64Array(values.length);
  for (let known = 0; known < values.length; known += 1) {
    const value = values[known] ?? 0;
    let place = known;
    for (; place > 0 && (sorted[place - 1] ?? 0) > value; place -= 1) {
      sorted[place] = sorted[place - 1] ?? 0;
    }
    sorted[place] = value;
  }
}

/** Sum over all but the four largest. */
export function withoutLargest(values: readonly number[]): number {
  sort(values);
  let total = 0;
  for (let place = 0; place < values.length - HOURS_NOT_ASKED; place += 1) {
    total += sorted[place] ?? 0;
  }
  return total;
}

/** Whether the day is as usual by an expectation, except for a few hours. */
export function isUsualBut({ squares }: Told): boolean {
  return withoutLargest(squares) <= USUAL_SQUARE * (squares.length - HOURS_NOT_ASKED);
}
