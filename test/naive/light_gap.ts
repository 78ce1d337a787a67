import {
  chanceOfEmpty,
  emptinessRoom,
  greatestWeight,
  isUnseen,
  learnEmptiness,
  quietClockHours,
  usualCount,
} from '../../common/silence/emptiness';
import { independentLimit } from '../../common/silence/gap_limit';
import { LEAST_QUIET } from '../../common/silence/job_law';
import { DAYS_OF_LATE } from '../../common/silence/silence_law';
import { LEAST_RATE } from '../../common/silence/steady_law';
import type { StreamHistory } from '../../common/silence/stream_history';
import { HOURS_PER_WEEK, slotOf, type WallHour } from '../../common/silence/wall_hour';

const MOST_HOURS = 24;
const ROUNDING = 1e-6;

/** As `isLightGap`, from the whole week, and from how much weekdays differ. */
export function isLightGapOfWeek(history: StreamHistory, last: WallHour, now: WallHour): boolean {
  const first = Math.floor(last) + 1;
  const hours = Math.floor(now) - first;
  if (hours < 1 || hours > MOST_HOURS) return false;
  const learned = learnEmptiness(history, emptinessRoom());
  if (usualCount(learned, slotOf(first)) >= LEAST_RATE) return false;
  if (quietClockHours(learned) >= LEAST_QUIET) return false;
  const { known, empty, ofKinds } = learned;
  const limit = independentLimit(1 - empty / known, DAYS_OF_LATE) - ROUNDING;
  let sum = 0;
  for (let hour = 0; hour < hours; hour += 1) {
    const slot = (slotOf(first) + hour) % HOURS_PER_WEEK;
    if (isUnseen(learned, slot)) continue;
    sum += Math.min(greatestWeight(learned), -Math.log(chanceOfEmpty(learned, ofKinds, slot)));
  }
  return sum < limit;
}
