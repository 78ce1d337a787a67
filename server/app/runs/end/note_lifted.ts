import { isDeepStrictEqual } from 'node:util';
import { changeInTurn } from '../../basics';
import type { KeptSilences } from '../analyze_day_ports';
import type { RunLedger } from '../run_ledger';
import { isUnfinished } from '../run_state';
import { withLifted } from './lifted_silences';

/**
 * Records in the ledger which silences of a run's day late data has lifted, and which are none after
 * all. A run that is under way records its own.
 *
 * @throws Contention if others keep changing the run; what the ledger throws
 */
export async function noteLifted(
  ledger: RunLedger,
  runId: string,
  kept: Pick<KeptSilences, 'lifted' | 'silent'>,
  signal: AbortSignal,
): Promise<void> {
  await changeInTurn(`the run ${runId}`, async () => {
    const found = await ledger.read(runId, signal);
    if (found === undefined || isUnfinished(found.run)) return 'nothing to note';
    const run = withLifted(found.run, kept);
    if (isDeepStrictEqual(run, found.run)) return 'nothing to note';
    return ledger.write(run, found.version, signal);
  });
}
