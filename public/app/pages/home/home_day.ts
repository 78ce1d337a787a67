import { hasResult, type LedgerDay } from '../../../../common/api';
import type { Day } from '../../../../common/time';

/**
 * The day that the application opens with: yesterday if it has logs or a result, else the latest
 * day with a result, else the latest with logs.
 *
 * @param ledger days of the run history, oldest first
 * @param daysWithLogs oldest first
 */
export function homeDay(
  yesterday: Day,
  ledger: readonly Pick<LedgerDay, 'day' | 'state'>[],
  daysWithLogs: readonly Day[],
): Day {
  const analyzed = ledger.filter(hasResult).map(({ day }) => day);
  if (analyzed.includes(yesterday) || daysWithLogs.includes(yesterday)) return yesterday;
  const logged = daysWithLogs.filter((day) => day < yesterday);
  return analyzed[analyzed.length - 1] ?? logged[logged.length - 1] ?? yesterday;
}
