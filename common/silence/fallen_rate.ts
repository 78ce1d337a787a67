import { HOURS_PER_DAY } from '../time';
import type { StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, slotOf } from './wall_hour';

const DAY_HOURS = HOURS_PER_DAY;
const WEEK = HOURS_PER_WEEK;
/** With fewer the last week is most of what the usual week was learned from. */
const LEAST_DAYS = 21;
/** Standard deviations of a week by which its sum cannot be chance. */
const SURE = 3;

/**
 * To which share of its usual week a stream has fallen, where its last week had fewer events than
 * chance explains. What falls does so on: from the middle of the training days by the last week to the
 * present.
 *
 * @param usual 168 mean counts
 * @returns 1 where it may be chance
 */
export function fallenShare({ from, counts }: StreamHistory, usual: Float64Array): number {
  const days = counts.length / DAY_HOURS;
  if (days < LEAST_DAYS) return 1;
  const lastWeek = counts.length - WEEK;
  let known = 0;
  let squares = 0;
  let recent = 0;
  let expected = 0;
  let found = 0;
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1) {
    const count = counts[at] ?? Number.NaN;
    const mean = usual[slot] ?? 0;
    if (count >= 0) {
      known += 1;
      squares += (count - mean) * (count - mean);
      if (at >= lastWeek) {
        recent += 1;
        expected += mean;
        found += count;
      }
    }
    slot = slot === WEEK - 1 ? 0 : slot + 1;
  }
  const deviation = Math.sqrt((squares / known) * recent);
  if (recent === 0 || expected - found <= SURE * deviation) return 1;
  const middle = days / 2;
  return (Math.max(found, 1) / expected) ** (middle / (middle - WEEK / DAY_HOURS / 2));
}
