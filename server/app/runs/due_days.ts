import { CHECKED_DAYS } from '../counting';
import type { Source } from '../../../common/sources';
import { daysBefore, type Day, dayAt } from '../../../common/time';
import type { CountingPorts } from '../counting';
import { isDayClosed, isDue, ledgerOf } from './ledger';
import { countLateDocuments } from './late_documents';
import { viewsOfDays } from './view/day_view';
import type { RunLedger } from './run_ledger';
import { isShared } from './run_owner';

export interface DueDaysRequest {
  readonly scope: string;
  readonly zone: string;
  readonly sources: readonly Source[];
  readonly now: Date;
}

export interface DueDaysPorts {
  readonly ledger: Pick<RunLedger, 'list'>;
  readonly counting: Pick<CountingPorts, 'indexGroups' | 'dayDocuments'>;
}

/** The last seven days that ended at least 15 minutes ago, oldest first. */
export function closedDays(zone: string, now: Date): Day[] {
  return daysBefore(dayAt(now.getTime(), zone), CHECKED_DAYS + 1)
    .filter((day) => isDayClosed(day, zone, now))
    .slice(0, CHECKED_DAYS)
    .reverse();
}

/**
 * The closed days of the last seven that are missing, partial, stale or failed, oldest first.
 *
 * @throws what the ports throw
 */
export async function findDueDays(
  { scope, zone, sources, now }: DueDaysRequest,
  { ledger, counting }: DueDaysPorts,
  signal: AbortSignal,
): Promise<Day[]> {
  const days = closedDays(zone, now);
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const listed = await ledger.list(scope, first, last, signal);
  // A user's own run is not a result for everybody, so the day is due as if it did not exist.
  const runs = listed.filter((run) => run.zone === zone && isShared(run));
  const views = viewsOfDays(runs).map(({ run }) => run);
  const late = await countLateDocuments(sources, views, counting, signal);
  return ledgerOf(days, { zone, runs, sources, late, now })
    .filter(isDue)
    .map(({ day }) => day);
}
