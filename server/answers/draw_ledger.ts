import type { LedgerDay } from '../../common/api';
import type { Settings } from '../../common/settings';
import { addDays, daysBetween, type Day } from '../../common/time';
import {
  viewsOfDays,
  type DayView,
  closedDays,
  countLateDocuments,
  ledgerOf,
  shownRun,
  type Run,
  visibleRuns,
} from '../app/runs';
import { type DayRange, EVER, type Reader } from './reader';

/** The days of a range as the caller sees them, and the runs behind them. */
export interface DrawnLedger {
  readonly days: readonly LedgerDay[];
  /** One for each analyzed day, the oldest first. */
  readonly views: readonly DayView[];
  /** All runs of the range that the caller may see. */
  readonly runs: readonly Run[];
}

/** Every day from `from` to `to`, inclusive. */
export function daysOf(from: Day, to: Day): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, place) => addDays(from, place));
}

/** The state of each day of a range; late events are looked for in the last seven closed days. */
export async function drawLedger(
  reader: Reader,
  now: Date,
  { zone, sources }: Settings,
  { from, to }: DayRange,
  signal: AbortSignal,
): Promise<DrawnLedger> {
  const found = await reader.fetchRuns({ from, to }, signal);
  const visible = visibleRuns(found, reader.user).filter((run) => run.zone === zone);
  const runs = await reader.withStoredNumbers(visible, signal);
  const views = viewsOfDays(runs);
  const checked = new Set(closedDays(zone, now));
  const recent = views.map(({ run }) => run).filter(({ day }) => checked.has(day));
  const late = await countLateDocuments(sources, recent, reader.counting, signal);
  const days = ledgerOf(daysOf(from, to), { zone, runs, sources, late, now });
  return { days, views, runs };
}

const WITH_RESULT = new Set(['analyzed', 'partial']);

/**
 * Whether any day has a result that the reader may see, in any zone.
 *
 * @throws what the store throws
 */
export async function hasResults(
  reader: Pick<Reader, 'user' | 'fetchRuns'>,
  now: Date,
  signal: AbortSignal,
): Promise<boolean> {
  const runs = visibleRuns(await reader.fetchRuns(EVER, signal), reader.user);
  return runs.some((run) => WITH_RESULT.has(shownRun(run, now).status));
}
