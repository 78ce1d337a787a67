import {
  chanceOfEmpty,
  emptinessRoom,
  greatestWeight,
  isUnseen,
  learnEmptiness,
  quietClockHours,
  usualCount,
} from './emptiness';
import { independentLimit } from './gap_limit';
import { LEAST_QUIET } from './job_law';
import { DAYS_OF_LATE } from './silence_law';
import { LEAST_RATE } from './steady_law';
import type { StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, slotOf, type WallHour } from './wall_hour';

/** More hours are weighed by the law. */
const MOST_HOURS = 24;
/** Sums in another order differ by less. */
const ROUNDING = 1e-6;
const SLOTS = HOURS_PER_WEEK;
const ROOM = emptinessRoom();

/**
 * Whether the hours of a silence weigh so little that no law calls it late: less than the least limit
 * there is, that of independent hours. Also, none of its hours may be sure to have events, and the
 * stream may be no job. This takes a small part of the time of the law.
 *
 * @param last the last event before the silence, after the history
 * @param now hours of the silence that are not over say nothing
 */
export function isLightGap(history: StreamHistory, last: WallHour, now: WallHour): boolean {
  const first = Math.floor(last) + 1;
  const hours = Math.floor(now) - first;
  if (hours < 1 || hours > MOST_HOURS) return false;
  const learned = learnEmptiness(history, ROOM);
  if (usualCount(learned, slotOf(first)) >= LEAST_RATE) return false;
  if (quietClockHours(learned) >= LEAST_QUIET) return false;
  const { known, empty, ofKinds } = learned;
  const limit = independentLimit(1 - empty / known, DAYS_OF_LATE) - ROUNDING;
  const most = greatestWeight(learned);
  let sum = 0;
  for (let hour = 0, slot = slotOf(first); hour < hours; hour += 1) {
    if (!isUnseen(learned, slot)) {
      sum += Math.min(most, -Math.log(chanceOfEmpty(learned, ofKinds, slot)));
      if (sum >= limit) return false;
    }
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return true;
}
