import { randomUUID } from 'node:crypto';
import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { pluralWords } from '../../../common/waveform/words';
import { findDueDays, type DueDaysPorts } from './due_days';
import type { Run, RunOrigin } from './run';
import type { RunPorts, RunService } from './run_service';

export interface AnalyzeDaysRequest {
  readonly scope: string;
  readonly settings: Settings;
  /** In whose name. */
  readonly started_by: string | null;
  readonly origin: RunOrigin;
  /** Whether results of sources that were defined differently are to be replaced. */
  readonly is_replacing?: boolean;
}

export interface AnalyzeDaysPorts {
  readonly runs: RunService;
  readonly analysis: RunPorts;
  readonly now: () => Date;
}

/** The results of some days, in the order in which they were analyzed. */
export interface AnalyzedDays {
  readonly runs: readonly Run[];
  /** One sentence about all of them. */
  readonly words: string;
  readonly outcome: 'done' | 'nothing_to_do' | 'failed';
}

/** Why a completed run is not a result for everybody. */
function seenInPart({ seen_by: user, left_out: [reason] }: Run): string {
  if (user === null) return 'failed';
  return `seen only with the rights of ${user}${reason === undefined ? '' : `: ${reason}`}`;
}

function summarize(runs: readonly Run[]): AnalyzedDays {
  if (runs.length === 0) return { runs, words: 'nothing to do', outcome: 'nothing_to_do' };
  const [first] = runs.filter(({ status, seen_by }) => status === 'failed' || seen_by !== null);
  if (first !== undefined) {
    const words = `${first.day}: ${first.error ?? seenInPart(first)}`;
    return { runs, words, outcome: 'failed' };
  }
  const partial = runs.filter(({ status }) => status === 'partial').length;
  const inPart = partial === 0 ? '' : `, ${partial} of them in part`;
  return { runs, words: `${pluralWords(runs.length, 'day')} analyzed${inPart}`, outcome: 'done' };
}

/**
 * Analyzes days one after the other, and waits for each. It skips a day that another process is
 * analyzing. After an abort it stops the present day and begins no other.
 *
 * @throws what the ledger throws
 */
export async function analyzeDays(
  days: readonly Day[],
  { scope, settings, started_by, origin, is_replacing = false }: AnalyzeDaysRequest,
  { runs: service, analysis, now }: AnalyzeDaysPorts,
  signal: AbortSignal,
): Promise<AnalyzedDays> {
  const runs: Run[] = [];
  for (const day of days) {
    if (signal.aborted) break;
    const request = {
      day,
      scope,
      settings,
      now: now(),
      attempt: randomUUID(),
      started_by,
      origin,
      is_replacing,
    };
    const begun = await service.start(request, analysis, signal);
    if (begun.joined) continue;
    const stop = (): void => service.stop(begun.run_id);
    signal.addEventListener('abort', stop);
    const run = await begun.done;
    signal.removeEventListener('abort', stop);
    runs.push(run);
    // A user who cancels one of many does not want the rest either.
    if (run.status === 'canceled') break;
  }
  return summarize(runs);
}

/**
 * The work of a schedule: analyzes, oldest first, every closed day of the last seven that is
 * missing, partial, stale or failed.
 *
 * @throws what the ports throw
 */
export async function analyzeDueDays(
  request: AnalyzeDaysRequest,
  ports: AnalyzeDaysPorts & { readonly due: DueDaysPorts },
  signal: AbortSignal,
): Promise<AnalyzedDays> {
  const { scope, settings } = request;
  const { zone, sources } = settings;
  const days = await findDueDays({ scope, zone, sources, now: ports.now() }, ports.due, signal);
  return analyzeDays(days, request, ports, signal);
}
