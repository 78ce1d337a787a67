import { hasResult, type LedgerDay, STRIP_DAYS } from '../../../../../common/api';
import { daysBetween, type Day } from '../../../../../common/time';

type Ledger = readonly Pick<LedgerDay, 'day' | 'state' | 'run_id'>[];

/** Whether any day has a result. */
export function hasResults(ledger: Ledger): boolean {
  return ledger.some(hasResult);
}

/** Indices of the days without a result among the 31 that end with `last`, 0 to 30. */
export function daysWithoutResult(ledger: Ledger, last: Day): Set<number> {
  const places = ledger
    .filter((known) => !hasResult(known) && known.day !== last)
    .map(({ day }) => STRIP_DAYS - 1 - daysBetween(day, last));
  return new Set(places.filter((place) => place >= 0 && place < STRIP_DAYS));
}

/** The run that is analyzing a day, or undefined. */
export function runningRun(ledger: Ledger, wanted: Day): string | undefined {
  const found = ledger.find(({ day, state }) => day === wanted && state === 'running');
  return found?.run_id ?? undefined;
}
