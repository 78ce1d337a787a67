import type { StreamHistory } from './stream_history';
import { slotOf, type WallHour } from './wall_hour';

/** The heaviest gaps show how long the tail is. */
export const MOST_IN_TAIL = 12;
/** One may be left out, and one is the base of the others. */
const KEPT = MOST_IN_TAIL + 2;

/**
 * Gaps: empty hours between two hours with events. A gap that contains an unknown hour is left out.
 */
export interface TrainingGaps {
  /** How many there are. */
  readonly count: number;
  /** The weights of the heaviest ones, the heaviest first; each is the sum over its hours. */
  readonly heaviest: Float64Array;
  /** Whether most hours of the heaviest one are such as people call expected. */
  readonly isHeaviestTrusted: boolean;
  /** Hours of the longest one. */
  readonly longest: number;
}

/** Puts a weight into its place among the heaviest; the first one is 0. */
function insert(heaviest: Float64Array, weight: number): number {
  let place = KEPT - 1;
  if (weight <= (heaviest[place] ?? 0)) return KEPT;
  while (place > 0 && weight > (heaviest[place - 1] ?? 0)) {
    heaviest[place] = heaviest[place - 1] ?? 0;
    place -= 1;
  }
  heaviest[place] = weight;
  return place;
}

/** Whether most of this many hours before one are trusted. */
function isTrusted(end: WallHour, hours: number, trusted: ReadonlySet<WallHour>): boolean {
  let found = 0;
  for (let hour = end - hours; hour < end; hour += 1) if (trusted.has(hour)) found += 1;
  return found * 2 > hours;
}

/** The gaps of the training hours. */
export function trainingGaps(
  { from, counts, trusted }: StreamHistory,
  weights: Float64Array,
): TrainingGaps {
  const heaviest = new Float64Array(KEPT);
  let isHeaviestTrusted = false;
  const slots = weights.length;
  let count = 0;
  let longest = 0;
  let hours = 0;
  let weight = 0;
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1) {
    const events = counts[at] ?? 0;
    if (events > 0) {
      // A gap with an unknown hour has the length NaN.
      if (hours > 0) {
        count += 1;
        if (insert(heaviest, weight) === 0) {
          isHeaviestTrusted = trusted.size > 0 && isTrusted(from + at, hours, trusted);
        }
        if (hours > longest) longest = hours;
      }
      hours = 0;
      weight = 0;
    } else {
      hours += events === 0 ? 1 : Number.NaN;
      weight += weights[slot] ?? 0;
    }
    slot = slot === slots - 1 ? 0 : slot + 1;
  }
  return { count, heaviest, isHeaviestTrusted, longest };
}
