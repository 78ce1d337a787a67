import { HOURS_PER_DAY } from '../../../time';
import { varianceOf, type Noise } from '../noise';
import { standardize } from './togetherness';
import type { DayCounts, WindowRoom } from './window_room';
import { ROOT_SIZE, WINDOWS, type Windows } from './windows';

const { abs, sqrt } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
/** Where each window begins, its length, and whether it is tested: by number, as plain numbers. */
const FROM = Uint8Array.from(WINDOWS, ({ from }) => from);
const LENGTH = Uint8Array.from(WINDOWS, ({ length }) => length);
const IS_TESTED = Uint8Array.from(WINDOWS, ({ isTested }) => (isTested ? 1 : 0));
const ROOT = ROOT_SIZE;
const variance = varianceOf;

/**
 * However quiet the rest of the day is, an hour is expected to have at least this share of its
 * usual count.
 */
const LEAST_SHARE = 0.2;
/** The possible effect of rounding on a bound. */
export const SAFE = 0.99;

/** By length, 1 to 6: the squared deviations that a normal number must be out to reach a score. */
export type LeastSquares = Float64Array;

/** A window this close to its expected count, in variances, has a score of almost nothing. */
export const NEAR = 2;

/** Inverse times residuals: the influence of all other hours on each hour. */
function hear(inverse: Float64Array, z: Float64Array, out: Float64Array): void {
  // Four sums, since each step of a single one would wait for the step before.
  for (let row = 0; row < HOURS; row += 1) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let at = row * HOURS;
    for (let hour = 0; hour < HOURS; hour += 4, at += 4) {
      first += (inverse[at] ?? 0) * (z[hour] ?? 0);
      second += (inverse[at + 1] ?? 0) * (z[hour + 1] ?? 0);
      third += (inverse[at + 2] ?? 0) * (z[hour + 2] ?? 0);
      fourth += (inverse[at + 3] ?? 0) * (z[hour + 3] ?? 0);
    }
    out[row] = first + second + (third + fourth);
  }
}

/** The expected count of a window's hours once the rest of the day is known. */
function meanGivenRest(
  { expected }: DayCounts,
  { z, deviations, heard, left }: WindowRoom,
  roots: Float64Array,
  from: number,
  length: number,
): number {
  const place = from * ROOT;
  let mean = 0;
  for (let row = length - 1; row >= 0; row -= 1) {
    let value = heard[row] ?? 0;
    for (let later = row + 1; later < length; later += 1) {
      value -= (roots[place + (later * (later + 1)) / 2 + row] ?? 0) * (left[later] ?? 0);
    }
    value *= roots[place + (row * (row + 1)) / 2 + row] ?? 1;
    left[row] = value;
    const hour = from + row;
    const own = expected[hour] ?? 0;
    const excused = own + ((z[hour] ?? 0) - value) * (deviations[hour] ?? 0);
    const least = LEAST_SHARE * own;
    mean += excused > least ? excused : least;
  }
  return mean;
}

/**
 * The most that the minimum share of each hour may add to the mean of a window.
 *
 * @param reach no hour of it has a larger residual, in standard deviations
 */
function mostAdded(
  { spare, deviations }: WindowRoom,
  from: number,
  length: number,
  reach: number,
): number {
  let added = 0;
  for (let hour = from; hour < from + length; hour += 1) {
    const missing = reach - (spare[hour] ?? 0);
    // Half of this, or 0, without a branch, since the processor could not predict it.
    added += (missing + abs(missing)) * (deviations[hour] ?? 0);
  }
  return added / 2;
}

/** Writes what each hour of a day tells of itself, and how much it can spare. */
function tellHours({ expected }: DayCounts, { z, deviations, told, spare }: WindowRoom): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const own = expected[hour] ?? 0;
    const scatter = deviations[hour] ?? 0;
    const residual = z[hour] ?? 0;
    told[hour] = own + residual * scatter;
    spare[hour] = residual + ((1 - LEAST_SHARE) * own) / scatter;
  }
}

/**
 * Whether the mean of a measured window need not be computed: it is close, or cannot reach the
 * score.
 */
function isLeftOut(
  count: number,
  low: number,
  high: number,
  usual: number,
  spread: number,
  needed: number,
): boolean {
  // Both sides are multiplied by the usual count: a division takes as long as all the rest.
  const bound = SAFE * spread;
  const leastMean = low > LEAST_SHARE * usual ? low : LEAST_SHARE * usual;
  const above = count - low;
  const below = high - count;
  const farthest = above > below ? above : below;
  if (farthest * farthest * usual < NEAR * bound * leastMean) return true;
  return (
    (above <= 0 || above * above * usual < needed * bound * leastMean) &&
    (below <= 0 || below * below * usual < needed * bound * count)
  );
}

/**
 * The count, the mean and the variance of each tested window of a day, given the rest of the day.
 * Windows grow hour by hour. With L · Lᵀ the block of a window, the influences and deviations over
 * L give its variance and its mean as sums to which each hour adds.
 */
function measureTogether(
  day: DayCounts,
  numbers: readonly number[],
  roots: Float64Array,
  room: WindowRoom,
  least: LeastSquares | undefined,
): void {
  const { counts, expected } = day;
  const { said, deviations, told: toldBy, spare: spareOf, heard, scattered, measured } = room;
  tellHours(day, room);
  let measuredCount = 0;
  let count = 0;
  let usual = 0;
  let told = 0;
  let spread = 0;
  let excused = 0;
  let square = 0;
  let leastSpare = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    const from = FROM[number] ?? 0;
    const length = LENGTH[number] ?? 1;
    if (length === 1) {
      count = 0;
      usual = 0;
      told = 0;
      spread = 0;
      excused = 0;
      square = 0;
      leastSpare = Infinity;
    }
    const known = length - 1;
    const hour = from + known;
    const scatter = deviations[hour] ?? 0;
    count += counts[hour] ?? 0;
    usual += expected[hour] ?? 0;
    told += toldBy[hour] ?? 0;
    const spare = spareOf[hour] ?? 0;
    if (spare < leastSpare) leastSpare = spare;
    const place = from * ROOT + (known * length) / 2;
    let hears = said[hour] ?? 0;
    let scatters = scatter;
    for (let row = 0; row < known; row += 1) {
      const root = roots[place + row] ?? 0;
      hears -= root * (heard[row] ?? 0);
      scatters -= root * (scattered[row] ?? 0);
    }
    const inverse = roots[place + known] ?? 1;
    hears *= inverse;
    scatters *= inverse;
    heard[known] = hears;
    scattered[known] = scatters;
    spread += scatters * scatters;
    excused += hears * scatters;
    square += hears * hears;
    if (IS_TESTED[number] === 0) continue;
    room.counts[number] = count;
    if (length > 1 || least !== undefined) {
      // Without the minimum share of each hour, the mean is `low`; with it, at most `high`.
      const low = told - excused;
      const isWithin = leastSpare > 0 && square <= leastSpare * leastSpare;
      const high = isWithin ? low : low + mostAdded(room, from, length, sqrt(square));
      if (isLeftOut(count, low, high, usual, spread, least?.[length] ?? 0)) {
        room.means[number] = NaN;
        continue;
      }
    }
    const mean = meanGivenRest(day, room, roots, from, length);
    room.means[number] = mean;
    // If the rest of the day is low, the variance is smaller, too.
    room.variances[number] = spread * (mean / usual);
    measured[measuredCount] = number;
    measuredCount += 1;
  }
  room.measuredCount = measuredCount;
}

/** The same if hours are independent. */
function measureApart(
  { counts, expected }: DayCounts,
  numbers: readonly number[],
  room: WindowRoom,
): void {
  const { measured } = room;
  let measuredCount = 0;
  let count = 0;
  let usual = 0;
  let spread = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    const length = LENGTH[number] ?? 1;
    if (length === 1) {
      count = 0;
      usual = 0;
      spread = 0;
    }
    const hour = (FROM[number] ?? 0) + length - 1;
    const scatter = room.deviations[hour] ?? 0;
    count += counts[hour] ?? 0;
    usual += expected[hour] ?? 0;
    spread += scatter * scatter;
    room.counts[number] = count;
    room.means[number] = usual;
    room.variances[number] = spread;
    if (IS_TESTED[number] === 0) continue;
    measured[measuredCount] = number;
    measuredCount += 1;
  }
  room.measuredCount = measuredCount;
}

/**
 * Computes the count, the mean and the variance of each tested window of a day, given the rest of
 * the day, from its residuals in standard deviations, which are already in the room.
 *
 * @param least if given, windows that cannot reach it are left out, including single hours
 * @param room where they are written, by number of the window; the mean of a window that is close
 * to its expected count may be NaN; the others are listed
 */
export function measureResiduals(
  day: DayCounts,
  { numbers, shared }: Windows,
  room: WindowRoom,
  least?: LeastSquares,
): void {
  if (shared === undefined) {
    measureApart(day, numbers, room);
    return;
  }
  hear(shared.inverse, room.z, room.said);
  measureTogether(day, numbers, shared.roots, room, least);
}

/** The same for a day whose residuals still have to be computed; see `measureResiduals`. */
export function measureWindows(
  day: DayCounts,
  noise: Noise,
  windows: Windows,
  room: WindowRoom,
  least?: LeastSquares,
): void {
  const { deviations } = room;
  for (let hour = 0; hour < HOURS; hour += 1) {
    deviations[hour] = sqrt(variance(noise, day.expected[hour] ?? 0, hour));
  }
  standardize(day.counts, day.expected, 0, deviations, room.z);
  measureResiduals(day, windows, room, least);
}
