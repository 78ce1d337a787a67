import {
  emptinessRoom,
  learnEmptinessNear,
  mostWeightOf,
  quietClockHours,
  usualCount,
} from './emptiness';
import { independentLimit } from './gap_limit';
import { LEAST_QUIET } from './job_law';
import { DAYS_OF_LATE } from './silence_law';
import { LEAST_RATE } from './steady_law';
import type { StreamHistory } from './stream_history';
import { slotOf, type WallHour } from './wall_hour';

/** More hours are weighed by the law. */
const MOST_HOURS = 24;
/** Sums in another order differ by less. */
const ROUNDING = 1e-6;
const ROOM = emptinessRoom();

/**
 * Whether the hours of a silence weigh so little that no law calls it late: less than the least limit
 * there is, that of independent hours. Also, none of its hours may be sure to have events, and the
 * stream may be no job. How weekdays differ is not learned: a silence counts as light only if it is
 * however they do. This takes a small part of the time of the law.
 *
 * @param last the last event before the silence, after the history
 * @param now hours of the silence that are not over say nothing
 */
export function isLightGap(history: StreamHistory, last: WallHour, now: WallHour): boolean {
  const hours = Math.floor(now) - Math.floor(last) - 1;
  if (hours < 1 || hours > MOST_HOURS) return false;
  const first = slotOf(Math.floor(last) + 1);
  const learned = learnEmptinessNear(history, first, hours, ROOM);
  if (usualCount(learned, first) >= LEAST_RATE) return false;
  if (quietClockHours(learned) >= LEAST_QUIET) return false;
  const share = 1 - learned.empty / learned.known;
  const limit = independentLimit(share, DAYS_OF_LATE) - ROUNDING;
  return mostWeightOf(learned, first, hours) < limit;
}
