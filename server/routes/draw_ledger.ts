import type { LedgerDay } from '../../common/api/list_runs';
import type { Settings } from '../../common/settings/settings';
import { addDays, daysBetween, type Day } from '../../common/time/day';
import { closedDays } from '../app/due_days';
import { countLateDocuments } from '../app/late_documents';
import { ledgerOf } from '../app/ledger';
import type { Run } from '../app/run';
import { createCountingPorts } from '../elastic/create_counting_ports';
import { fetchRuns } from '../elastic/run_store';
import { withListedDocuments } from '../elastic/tagging/with_listed_documents';
import type { Caller } from './caller';
import { SCOPE, type Services } from './services';

/** The days of a range, and the runs behind them. */
export interface DrawnLedger {
  readonly days: readonly LedgerDay[];
  readonly runs: readonly Run[];
}

/** Every day from `from` to `to`, both included. */
export function daysOf(from: Day, to: Day): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, place) => addDays(from, place));
}

/** What became of each day of a range; late events are looked for in the last seven closed days. */
export async function drawLedger(
  { client }: Caller,
  { now }: Services,
  { zone, sources }: Settings,
  range: { readonly from: Day; readonly to: Day },
  signal: AbortSignal,
): Promise<DrawnLedger> {
  const { from, to } = range;
  const kept = (await fetchRuns(client, { scope: SCOPE, from, to }, signal)).filter(
    (run) => run.zone === zone,
  );
  const runs = await withListedDocuments(client, kept, signal);
  const checked = new Set(closedDays(zone, now()));
  const recent = runs.filter(({ day }) => checked.has(day));
  const counting = createCountingPorts(client, SCOPE);
  const late = await countLateDocuments(sources, recent, counting, signal);
  return { days: ledgerOf(daysOf(from, to), { zone, runs, late, now: now() }), runs };
}
