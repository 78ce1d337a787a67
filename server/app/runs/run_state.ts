import { z } from 'zod';
import type { Settings } from '../../../common/settings';
import { momentWords } from '../../../common/waveform/words';
import type { Run } from './run';

/** A run without a sign of life for this long counts as dead, and can be started again. */
export const LIFELESS_MS = 60_000;

/** Whether the stored status of the run is an active one. */
export function isUnfinished({ status }: Run): boolean {
  return status === 'running' || status === 'canceling';
}

/** How long ago the last sign of life was; negative if it is in the future. */
function ageMs({ heartbeat_at: at }: Run, now: Date): number {
  return now.getTime() - Date.parse(at);
}

/**
 * Whether the run is active, according to its last sign of life. One that is more than a minute in
 * the future comes from a clock that was ahead, and is ignored.
 */
export function isAlive(run: Run, now: Date): boolean {
  const age = ageMs(run, now);
  return isUnfinished(run) && age < LIFELESS_MS && age >= -LIFELESS_MS;
}

/** The run as it is to be shown: one without a sign of life for a minute has failed. */
export function shownRun(run: Run, now: Date): Run {
  if (!isUnfinished(run) || isAlive(run, now)) return run;
  const last = momentWords(run.heartbeat_at, run.zone);
  const trouble =
    ageMs(run, now) < 0
      ? `its last heartbeat, ${last}, is in the future: a clock was ahead`
      : `no heartbeat since ${last}`;
  return { ...run, status: 'failed', error: `${trouble}; start the analysis again to continue` };
}

const sourcesSchema = z.object({ sources: z.array(z.object({ id: z.string() })) });

/** Whether a run includes sources that these settings do not have, or have switched off. */
export function coversOthers({ settings }: Pick<Run, 'settings'>, { sources }: Settings): boolean {
  const enabled = new Set(sources.flatMap((source) => (source.enabled ? [source.id] : [])));
  const asked = sourcesSchema.safeParse(settings).data?.sources ?? [];
  return asked.some(({ id }) => !enabled.has(id));
}
