import { greatest, least } from '../lists';
import { HOURS_PER_DAY } from '../time';
import type { TrainingDay } from '../waveform/hours';
import { wallHourOf, type WallHour } from './wall_hour';

const DAY_HOURS = HOURS_PER_DAY;
/** Older days say little about how often a stream speaks now. */
const MOST_DAYS = 56;

/** The hourly counts of a stream in one piece, from its first hour with events to its last one. */
export interface StreamHistory {
  readonly from: WallHour;
  /** One an hour; NaN where the count is not known. */
  readonly counts: Float64Array;
  /** Days on which there were events. */
  readonly daysSeen: number;
}

function layOut(days: readonly TrainingDay[], from: WallHour, length: number): Float64Array {
  const counts = new Float64Array(length).fill(Number.NaN);
  for (const { day, counts: hours } of days) {
    const start = wallHourOf(day) - from;
    for (let hour = 0; hour < DAY_HOURS; hour += 1) {
      const count = hours[hour] ?? null;
      if (count !== null && start + hour >= 0) counts[start + hour] = count;
    }
  }
  return counts;
}

/**
 * Puts the days of a stream in a row. What lies before its first event is not known to be silence: it
 * may not have existed. What lies after its last event is not learned from: it may be the silence
 * that is to be judged.
 *
 * @param days in any order; days that are missing are not known
 * @returns undefined where there is no event
 */
export function streamHistory(days: readonly TrainingDay[]): StreamHistory | undefined {
  const spoken = days.filter(({ counts }) => counts.some((count) => count !== null && count > 0));
  if (spoken.length === 0) return undefined;
  const starts = spoken.map(({ day }) => wallHourOf(day));
  const end = greatest(starts) + DAY_HOURS;
  const start = Math.max(least(starts), end - MOST_DAYS * DAY_HOURS);
  const counts = layOut(
    days.filter(({ day }) => wallHourOf(day) < end),
    start,
    end - start,
  );
  const first = counts.findIndex((count) => count > 0);
  let last = counts.length - 1;
  while (!((counts[last] ?? 0) > 0)) last -= 1;
  const daysSeen = starts.filter((from) => from >= start).length;
  return { from: start + first, counts: counts.slice(first, last + 1), daysSeen };
}
