import type { StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, type WallHour } from './wall_hour';

// A local copy: without a bundler, an import through several modules is slow in a loop.
const WEEK = HOURS_PER_WEEK;
/** One may be an outage. */
const ENOUGH = 2;

/** Where the gap begins that has these hours; -1 where one of them has events or is not known. */
function gapAround(counts: Float64Array, first: number, end: number): number {
  for (let at = first; at < end; at += 1) if (counts[at] !== 0) return -1;
  let begin = first;
  while (begin > 0 && counts[begin - 1] === 0) begin -= 1;
  // Before it is an event, and after it: what holds an unknown hour does not teach.
  if (begin === 0 || Number.isNaN(counts[begin - 1])) return -1;
  let after = end;
  while (after < counts.length && counts[after] === 0) after += 1;
  return after < counts.length && !Number.isNaN(counts[after]) ? begin : -1;
}

/**
 * Whether the stream was already silent in the same hours of the week, twice. No law calls such a
 * silence late: it weighs no more than either gap, and the limit is not below the second heaviest gap;
 * none of its hours is sure to have events; and a job that stayed away as long twice may do so again.
 * This takes a small part of the time of the law.
 *
 * @param last the last event before the silence, after the history
 * @param now hours of the silence that are not over say nothing
 */
export function isUsualGap(
  { from, counts }: StreamHistory,
  last: WallHour,
  now: WallHour,
): boolean {
  const first = Math.floor(last) + 1 - from;
  const end = Math.floor(now) - from;
  // A deadline to the minute may lie before the first empty hour is over.
  if (end <= first) return false;
  let found = 0;
  let before = counts.length;
  for (let back = WEEK; first - back > 0; back += WEEK) {
    if (end - back >= counts.length) continue;
    const begin = gapAround(counts, first - back, end - back);
    if (begin < 0 || begin >= before) continue;
    found += 1;
    if (found === ENOUGH) return true;
    // Another gap ends before this one begins.
    before = begin;
  }
  return false;
}
