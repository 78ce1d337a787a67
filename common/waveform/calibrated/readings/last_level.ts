import { HOURS_PER_DAY } from '../../../time';
import type { LearnedSeries } from '../learn_series';
import { LEAST_EXPECTED } from '../usual_day';
import { type DayCounts } from '../windows/window_room';

const { max, min, sqrt } = Math;
const { isNaN: isUnknown } = Number;

/** One or two odd days in a row are not a new level. */
const LAST_DAYS = 3;

type Learned = Pick<LearnedSeries, 'cleaned' | 'expected'>;

/** The events of a training day, divided by those expected of it; NaN if none is known. */
function levelOf({ cleaned, expected }: Learned, row: number): number {
  let [came, usual] = [0, 0];
  for (let at = row * HOURS_PER_DAY; at < (row + 1) * HOURS_PER_DAY; at += 1) {
    const count = cleaned[at] ?? NaN;
    const mean = expected[at] ?? NaN;
    if (isUnknown(count) || isUnknown(mean)) continue;
    came += count;
    usual += mean;
  }
  return usual > 0 ? came / usual : NaN;
}

/** The levels of the last training days that are known. */
function lastLevels(learned: Learned): number[] {
  const levels: number[] = [];
  let row = learned.cleaned.length / HOURS_PER_DAY - 1;
  for (; row >= 0 && levels.length < LAST_DAYS; row -= 1) {
    const level = levelOf(learned, row);
    if (!isUnknown(level)) levels.push(level);
  }
  return levels;
}

/**
 * The level of the last days: if the last three had more events than expected, as many times more as
 * the one with the least surplus, and likewise if they had fewer. A trend, and a new level, are half
 * a month behind in what is expected without that.
 *
 * @param learned the training counts without attacks, and what was expected of them
 * @returns what the expected counts are multiplied by; 1 if the last days were on both sides of them
 */
export function lastLevel(learned: Learned): number {
  const levels = lastLevels(learned);
  if (levels.length < LAST_DAYS) return 1;
  const [least, most] = [min(...levels), max(...levels)];
  return least > 1 ? least : min(most, 1);
}

/**
 * Whether a day is at a level: its hours that do not stand out are nearer to it than to what is
 * expected, as a ratio. If a day is back at its usual level, a burst is still one.
 *
 * @param out hours that stand out
 */
export function isAtLevel(
  { counts, expected }: DayCounts,
  level: number,
  out: ReadonlySet<number>,
): boolean {
  let came = 0;
  let usual = 0;
  for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
    const count = counts[hour] ?? NaN;
    if (out.has(hour) || isUnknown(count)) continue;
    came += count;
    usual += expected[hour] ?? 0;
  }
  const between = usual * sqrt(level);
  return level > 1 ? came >= between : came <= between;
}

/** What is expected of a day at a level. @returns 24 counts, each at least 0.02 */
export function atLevel(expected: Float64Array, level: number): Float64Array {
  return expected.map((mean) => max(mean * level, LEAST_EXPECTED));
}
