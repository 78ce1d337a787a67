import { hourStretches } from '../waveform/hours';
import type { Band } from './step_paths';

type Counts = readonly (number | null)[];

/** A place in a chart: x in hours from midnight, y in events. */
export interface DataPoint {
  readonly x: number;
  readonly y: number;
}

/** A band at an hour's edge. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** A level from one hour's edge to another's. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

function hoursWhere(counts: Counts, is: (count: number | null) => boolean): number[] {
  return counts.flatMap((count, hour) => (is(count) ? [hour] : []));
}

/** Without the hours that the clock skips. They are gaps. */
export function existingHours(counts: Counts, lengths: readonly number[]): (number | null)[] {
  return counts.map((count, hour) => (lengths[hour] === 0 ? null : count));
}

/**
 * A band as steps, one list for each stretch of hours without a gap. An hour's values are at its
 * beginning, and those of the last hour are repeated at its end.
 *
 * @param least minimum thickness of a band, in events: if all days agree, it is a line instead of
 * nothing
 */
export function bandSteps(
  { low, high }: Band,
  lengths: readonly number[],
  least: number,
): BandPoint[][] {
  const lows = existingHours(low, lengths);
  return hourStretches(hoursWhere(lows, (count) => count !== null)).map(({ from, to }) => {
    const pointAt = (hour: number, x: number): BandPoint => {
      const bottom = lows[hour] ?? 0;
      return { x, low: bottom, high: Math.max(high[hour] ?? bottom, bottom + least) };
    };
    const points = Array.from({ length: to - from }, (_, index) =>
      pointAt(from + index, from + index),
    );
    return [...points, pointAt(to - 1, to)];
  });
}

/** The usual counts as levels. Adjacent hours with the same count are one level. */
export function usualLevels(usual: Counts, lengths: readonly number[]): Level[] {
  const levels: Level[] = [];
  existingHours(usual, lengths).forEach((count, hour) => {
    if (count === null) return;
    const last = levels[levels.length - 1];
    if (last !== undefined && last.to === hour && last.y === count) {
      levels[levels.length - 1] = { ...last, to: hour + 1 };
    } else levels.push({ from: hour, to: hour + 1, y: count });
  });
  return levels;
}

/** A day's counts in the middles of their hours. A null is a gap in the line. */
export function dayLine(
  counts: Counts,
  lengths: readonly number[],
): { readonly x: number; readonly y: number | null }[] {
  return existingHours(counts, lengths).map((y, hour) => ({ x: hour + 0.5, y }));
}

/** The share of an hour's width that the points of its days may take. */
const SPREAD = 0.7;

/**
 * The training days of each hour as points, side by side within it, in the order of the days.
 * Sorted by count, they would look like a slope within the hour. If all days agree there is nothing
 * to see, so there are no points.
 *
 * @returns ascending by x
 */
export function trainingPoints(
  training: readonly Counts[],
  lengths: readonly number[],
): DataPoint[] {
  return lengths.flatMap((length, hour) => {
    const known = training.flatMap((counts) => counts[hour] ?? []);
    if (length === 0 || known.every((count) => count === known[0])) return [];
    const step = SPREAD / Math.max(1, known.length - 1);
    const first = hour + 0.5 - SPREAD / 2;
    return known.map((y, index) => ({ x: first + index * step, y }));
  });
}

/** Stretches of hours for which nothing is known. */
export function unknownRuns(today: Counts, lengths: readonly number[]) {
  return hourStretches(
    today.flatMap((count, hour) => (count === null && lengths[hour] !== 0 ? [hour] : [])),
  );
}
