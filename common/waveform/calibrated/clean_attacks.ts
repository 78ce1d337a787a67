import { HOURS_PER_DAY } from '../../time';
import { signedSurprisal } from './tails/count_tail';
import { FAR_OUT, varianceOf, type Noise } from './noise';
import { normalSurprisal } from './tails/normal_tail';
import type { TrainingTable } from './training_table';

const { abs, floor, max, min } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const variance = varianceOf;

/** What happens on this many days is a habit, not an attack. */
export const HABIT_DAYS = 3;
/** A day reaches a count with a surplus from this share of that count on. */
const REACHED_SHARE = 0.6;
/** A day lacks what another lacks if it has more than that by up to this share of the usual. */
const MISSED_SHARE = 0.2;
/**
 * No count above its mean is rarer than a normal number as many deviations out, and none below it
 * is rarer than one with the square usual / count times as large. Nearer ones need no computation
 * of the tail.
 */
const WORTH_A_LOOK = 0.99 * FAR_OUT * FAR_OUT;
const FAR_OUT_SURPRISAL = normalSurprisal(FAR_OUT);
/**
 * An empty hour has at most the chance e^(−m / u) under Poisson's law in units of u events, and a
 * greater one if days differ. With fewer expected events, no silent hour is that rare.
 */
const LEAST_MISSED = 0.99 * (FAR_OUT_SURPRISAL * Math.LN10 - Math.LN2);

/** Whether a count is further out than chance allows. The tail is computed only if it may be. */
export function isFarOut(count: number, usual: number, noise: Noise, hour: number): boolean {
  const scatter = variance(noise, usual, hour);
  const excess = count - usual;
  const square = excess * excess;
  const needed = WORTH_A_LOOK * scatter;
  if (!(excess > 0 ? square > needed : square * usual > needed * count)) return false;
  return abs(signedSurprisal(count, usual, scatter)) > FAR_OUT_SURPRISAL;
}

/** Hours far out, as indices into the table. */
function hoursFarOut({ counts }: TrainingTable, expected: Float64Array, noise: Noise): number[] {
  const found: number[] = [];
  const { unit, spread, ratios } = noise;
  const leastMissed = LEAST_MISSED * unit;
  for (let start = 0; start < counts.length; start += HOURS) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      const at = start + hour;
      const count = counts[at] ?? NaN;
      const usual = expected[at] ?? 0;
      const excess = count - usual;
      // The lesser of count and usual, without a branch, since the processor could not predict it.
      const lesser = 0.5 * (count + usual - abs(excess));
      // No variance is less than this times the usual count.
      const least = (ratios[hour] ?? 1) * (unit + spread * usual);
      if (!(excess * excess > WORTH_A_LOOK * least * lesser)) continue;
      if (count === 0 && usual < leastMissed) continue;
      if (isFarOut(count, usual, noise, hour)) found.push(at);
    }
  }
  return found;
}

/**
 * Days that reach a surplus: within an hour of it, like a job that runs a little earlier or later,
 * or far out at any hour, like bursts.
 */
function daysReaching(
  { counts, days }: TrainingTable,
  farOut: readonly number[],
  at: number,
): number {
  const level = REACHED_SHARE * (counts[at] ?? 0);
  const hour = at % HOURS;
  const reached = new Uint8Array(days.length);
  for (const other of farOut) {
    if ((counts[other] ?? 0) >= level) reached[floor(other / HOURS)] = 1;
  }
  const first = max(0, hour - 1);
  const last = min(HOURS - 1, hour + 1);
  let sum = 0;
  for (let row = 0; row < days.length; row += 1) {
    for (let near = first; near <= last; near += 1) {
      if ((counts[row * HOURS + near] ?? NaN) >= level) reached[row] = 1;
    }
    sum += reached[row] ?? 0;
  }
  return sum;
}

/** Days of the same weekday that have hardly more in that hour. */
function daysLacking({ counts, weekdays }: TrainingTable, at: number, usual: number): number {
  const level = (counts[at] ?? 0) + MISSED_SHARE * usual;
  const hour = at % HOURS;
  const weekday = weekdays[(at - hour) / HOURS];
  let sum = 0;
  for (let row = 0; row < weekdays.length; row += 1) {
    if (weekdays[row] === weekday && (counts[row * HOURS + hour] ?? NaN) <= level) sum += 1;
  }
  return sum;
}

/**
 * The training counts without attacks and outages. An hour as far out as a normal number five
 * standard deviations out is replaced by what was expected, unless three days had the same.
 *
 * @param expected days × 24, each day left out of its own expectation
 * @param room days × 24 or more: where counts are written if some are replaced
 * @returns days × 24 counts: those of the table itself if none is far out
 */
export function cleanAttacks(
  table: TrainingTable,
  expected: Float64Array,
  noise: Noise,
  room: Float64Array = new Float64Array(table.counts.length),
): Float64Array {
  const farOut = hoursFarOut(table, expected, noise);
  if (farOut.length === 0) return table.counts;
  const cleaned =
    room.length === table.counts.length ? room : room.subarray(0, table.counts.length);
  cleaned.set(table.counts);
  for (const at of farOut) {
    const usual = expected[at] ?? 0;
    const isSurplus = (table.counts[at] ?? 0) > usual;
    const days = isSurplus ? daysReaching(table, farOut, at) : daysLacking(table, at, usual);
    if (days < HABIT_DAYS) cleaned[at] = usual;
  }
  return cleaned;
}
