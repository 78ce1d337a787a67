import { DAYS_PER_WEEK, HOURS_PER_DAY } from '../time';
import type { StreamHistory } from './stream_history';
import { isWeekendSlot, slotOf } from './wall_hour';

const SLOTS = DAYS_PER_WEEK * HOURS_PER_DAY;
const WEEKEND = Uint8Array.from({ length: SLOTS }, (_, slot) => (isWeekendSlot(slot) ? 1 : 0));
/** On the weekend an office has events in less than this share of the hours of a working day. */
export const QUIET_WEEKEND = 0.2;

/** Whether a stream is active on working days and hardly on weekends, if both were seen. */
export function isOffice({ from, counts }: StreamHistory): boolean {
  let known = 0;
  let spoken = 0;
  let knownWeekend = 0;
  let spokenWeekend = 0;
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1) {
    const count = counts[at] ?? Number.NaN;
    if (count >= 0) {
      if (WEEKEND[slot] === 1) {
        knownWeekend += 1;
        if (count > 0) spokenWeekend += 1;
      } else {
        known += 1;
        if (count > 0) spoken += 1;
      }
    }
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return spoken > 0 && spokenWeekend * known < QUIET_WEEKEND * spoken * Math.max(1, knownWeekend);
}
