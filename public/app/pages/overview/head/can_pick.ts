import type { Day } from '../../../../../common/time';

/**
 * Whether a day can be picked: one of the past of which there are logs, as far as that is known.
 *
 * @param today the present day in the zone
 * @param daysWithLogs oldest first; undefined as long as they are not known
 */
export function canPick(day: Day, today: Day, daysWithLogs: readonly Day[] | undefined): boolean {
  if (day > today) return false;
  const [oldest] = daysWithLogs ?? [];
  if (daysWithLogs === undefined || oldest === undefined || day < oldest) return true;
  return daysWithLogs.includes(day);
}
