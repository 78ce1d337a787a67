import { hasResult, type LedgerDay, STRIP_DAYS } from '../../../../../common/api';
import { daysBetween, type Day } from '../../../../../common/time';

type Ledger = readonly Pick<LedgerDay, 'day' | 'state' | 'run_id' | 'hours_known'>[];

/** Whether a day is unknown: it has no result, or a result without any source. */
function isUnknown(known: Ledger[number]): boolean {
  return !hasResult(known) || known.hours_known === 0;
}

/** Indices of the unknown days among the 31 that end with `last`, 0 to 30. */
export function daysWithoutResult(ledger: Ledger, last: Day): Set<number> {
  const places = ledger
    .filter((known) => isUnknown(known) && known.day !== last)
    .map(({ day }) => STRIP_DAYS - 1 - daysBetween(day, last));
  return new Set(places.filter((place) => place >= 0 && place < STRIP_DAYS));
}

/** The run that is analyzing a day, or undefined. */
export function runningRun(ledger: Ledger, wanted: Day): string | undefined {
  const found = ledger.find(({ day, state }) => day === wanted && state === 'running');
  return found?.run_id ?? undefined;
}
