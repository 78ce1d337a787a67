import { greatest, least } from '../lists';
import { HOURS_PER_DAY } from '../time';
import type { TrainingDay } from '../waveform/hours';
import { wallHourOf, type WallHour } from './wall_hour';

const DAY_HOURS = HOURS_PER_DAY;
/** Older days say little about how often a stream is active now. */
const MOST_DAYS = 56;

/** The hourly counts of a stream in one piece, from its first hour with events to its last one. */
export interface StreamHistory {
  readonly from: WallHour;
  /** One an hour; NaN if the count is unknown. */
  readonly counts: Float64Array;
  /** Days on which there were events. */
  readonly daysSeen: number;
  /** Hours that people called expected: to be silent in them is usual. */
  readonly trusted: ReadonlySet<WallHour>;
}

/** What people said about hours that are learned from. */
export interface TaughtHours {
  /** Hours of which nothing is learned. */
  readonly notLearned: ReadonlySet<WallHour>;
  readonly trusted: ReadonlySet<WallHour>;
}

const NO_HOURS: ReadonlySet<WallHour> = new Set();

/**
 * The counts of a stream in one piece, without the hours before its first event and after its last.
 *
 * @param from the beginning of a day
 * @param counts whole days, of which the history is a view; NaN if a count is unknown
 * @returns undefined if there is no event
 */
export function historyOf(
  from: WallHour,
  counts: Float64Array,
  trusted = NO_HOURS,
): StreamHistory | undefined {
  let last = counts.length - 1;
  while (last >= 0 && !((counts[last] ?? 0) > 0)) last -= 1;
  if (last < 0) return undefined;
  const end = (Math.floor(last / DAY_HOURS) + 1) * DAY_HOURS;
  const start = Math.max(0, end - MOST_DAYS * DAY_HOURS);
  let first = start;
  while (!((counts[first] ?? 0) > 0)) first += 1;
  let daysSeen = 0;
  let hour = first;
  while (hour <= last) {
    if (!((counts[hour] ?? 0) > 0)) hour += 1;
    else {
      daysSeen += 1;
      hour = (Math.floor(hour / DAY_HOURS) + 1) * DAY_HOURS;
    }
  }
  return { from: from + first, counts: counts.subarray(first, last + 1), daysSeen, trusted };
}

/**
 * Joins the days of a stream. The hours before its first event are not known to be silence, since
 * the stream may not have existed. The hours after its last event are not learned from, since they
 * may be the silence that is to be assessed.
 *
 * @param days in any order; missing days are unknown
 * @returns undefined if there is no event
 */
export function streamHistory(days: readonly TrainingDay[]): StreamHistory | undefined {
  if (days.length === 0) return undefined;
  const starts = days.map(({ day }) => wallHourOf(day));
  const from = least(starts);
  const counts = new Float64Array(greatest(starts) + DAY_HOURS - from).fill(Number.NaN);
  days.forEach(({ counts: hours }, at) => {
    const start = (starts[at] ?? 0) - from;
    for (let hour = 0; hour < DAY_HOURS; hour += 1) {
      const count = hours[hour] ?? null;
      if (count !== null) counts[start + hour] = count;
    }
  });
  return historyOf(from, counts);
}
