import type { LedgerDay } from '../../common/api/runs/list_runs';
import type { Settings } from '../../common/settings/settings';
import { addDays, daysBetween, type Day } from '../../common/time/day';
import { viewsOfDays, type DayView } from '../app/runs/view/day_view';
import { closedDays } from '../app/runs/due_days';
import { countLateDocuments } from '../app/runs/late_documents';
import { ledgerOf } from '../app/runs/ledger';
import type { Run } from '../app/runs/run';
import { visibleRuns } from '../app/runs/run_owner';
import { countFound } from '../elastic/results/count_found';
import { createCountingPorts } from '../wiring/create_counting_ports';
import { fetchRuns } from '../elastic/results/run_store';
import { withListedDocuments } from '../elastic/tagging/with_listed_documents';
import type { Caller } from '../wiring/caller';
import { SCOPE, type Services } from '../wiring/services';

/** The days of a range as the caller sees them, and what is behind them. */
export interface DrawnLedger {
  readonly days: readonly LedgerDay[];
  /** One a day that was analyzed, the oldest first. */
  readonly views: readonly DayView[];
  /** All runs of the range that the caller may see. */
  readonly runs: readonly Run[];
}

/** Every day from `from` to `to`, both included. */
export function daysOf(from: Day, to: Day): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, place) => addDays(from, place));
}

/** What became of each day of a range; late events are looked for in the last seven closed days. */
export async function drawLedger(
  { client, name }: Caller,
  { now }: Services,
  { zone, sources }: Settings,
  range: { readonly from: Day; readonly to: Day },
  signal: AbortSignal,
): Promise<DrawnLedger> {
  const { from, to } = range;
  const found = await fetchRuns(client, { scope: SCOPE, from, to }, signal);
  const visible = visibleRuns(found, name).filter((run) => run.zone === zone);
  const counted = await countFound(client, visible, signal);
  const runs = await withListedDocuments(client, counted, signal);
  const views = viewsOfDays(runs);
  const checked = new Set(closedDays(zone, now()));
  const recent = views.map(({ run }) => run).filter(({ day }) => checked.has(day));
  const counting = createCountingPorts(client, SCOPE);
  const late = await countLateDocuments(sources, recent, counting, signal);
  const days = ledgerOf(daysOf(from, to), { zone, runs, sources, late, now: now() });
  return { days, views, runs };
}
