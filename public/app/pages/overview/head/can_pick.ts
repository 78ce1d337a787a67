import type { Day } from '../../../../../common/time';

/**
 * Whether a day can be picked: it is in the past and has logs, as far as that is known.
 *
 * @param today the present day in the zone
 * @param daysWithLogs oldest first; undefined while they are not known
 */
export function canPick(day: Day, today: Day, daysWithLogs: readonly Day[] | undefined): boolean {
  if (day > today) return false;
  const [oldest] = daysWithLogs ?? [];
  if (daysWithLogs === undefined || oldest === undefined || day < oldest) return true;
  return daysWithLogs.includes(day);
}
