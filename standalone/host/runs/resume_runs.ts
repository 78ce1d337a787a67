import { z } from 'zod';
import { type Caller, analysisPorts, runRequest, type Services } from '../../../server/wiring';
import type { HostDocuments } from '../settings/host_documents';
import type { HostRuns, StoppedRun } from './host_runs';

const stoppedSchema = z.object({
  runs: z.array(
    z.object({
      day: z.string(),
      is_tagging: z.boolean(),
      origin: z.enum(['user', 'schedule', 'command']),
    }),
  ),
});

async function readStopped(documents: HostDocuments, signal: AbortSignal) {
  const found = await documents.read('stopped_runs', signal);
  const runs = stoppedSchema.safeParse(found?.content).data?.runs ?? [];
  return { runs, version: found?.version ?? null };
}

/** Stops all runs, and keeps which they were for the next start. */
export async function stopRuns(
  runs: HostRuns,
  documents: HostDocuments,
  signal: AbortSignal,
): Promise<readonly StoppedRun[]> {
  const stopped = await runs.stopForNow();
  if (stopped.length === 0) return stopped;
  const { runs: before, version } = await readStopped(documents, signal);
  await documents.write('stopped_runs', { runs: [...before, ...stopped] }, version, signal);
  return stopped;
}

/**
 * Begins the runs again that were going on when the host stopped.
 *
 * @returns their days
 */
export async function resumeRuns(
  documents: HostDocuments,
  caller: Caller,
  services: Services,
  signal: AbortSignal,
): Promise<string[]> {
  const { runs, version } = await readStopped(documents, signal);
  if (runs.length === 0) return [];
  // Another host on the same Elasticsearch may do so at this moment.
  if ((await documents.write('stopped_runs', { runs: [] }, version, signal)) === undefined) {
    return [];
  }
  const { settings } = await services.settings.load(signal);
  for (const { day, is_tagging, origin } of runs) {
    const request = runRequest(day, settings, caller, origin, services.now());
    await services.runs.start(request, analysisPorts(caller, services, is_tagging), signal);
  }
  return runs.map(({ day }) => day);
}
