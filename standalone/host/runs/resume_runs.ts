import { z } from 'zod';
import { isPassingTrouble, isUnanswered } from '../../../server/elastic/asking';
import {
  type Caller,
  analysisPorts,
  describeError,
  runRequest,
  type Services,
} from '../../../server/wiring';
import { changeInTurn, type Wait } from '../../../server/app/basics';
import type { HostDocuments } from '../settings/host_documents';
import type { HostRuns, StoppedRun } from './host_runs';

/** The wait between two tries if Elasticsearch does not answer. */
const LOOK_AGAIN_MS = 30_000;

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

function isSame(a: StoppedRun, b: StoppedRun): boolean {
  return a.day === b.day && a.is_tagging === b.is_tagging && a.origin === b.origin;
}

/** Updates the list of stopped runs, on top of what others write meanwhile. */
async function changeStopped(
  documents: HostDocuments,
  change: (runs: readonly StoppedRun[]) => readonly StoppedRun[],
  signal: AbortSignal,
): Promise<void> {
  await changeInTurn('the list of stopped runs', async () => {
    const { runs, version } = await readStopped(documents, signal);
    return documents.write('stopped_runs', { runs: change(runs) }, version, signal);
  });
}

/** Stops all runs, and stores which they were for the next start. */
export async function stopRuns(
  runs: HostRuns,
  documents: HostDocuments,
  signal: AbortSignal,
): Promise<readonly StoppedRun[]> {
  const stopped = await runs.stopForNow();
  if (stopped.length === 0) return stopped;
  const withStopped = (before: readonly StoppedRun[]): readonly StoppedRun[] => [
    ...before.filter((one) => !stopped.some((other) => isSame(one, other))),
    ...stopped,
  ];
  await changeStopped(documents, withStopped, signal);
  return stopped;
}

/**
 * Starts the runs again that were active when the host stopped. Each stays in the list until it has
 * begun, so that none is lost if Elasticsearch stops answering in between. If two hosts do so at
 * the same moment, the later one joins the runs of the other.
 *
 * @returns their days
 * @throws the client's errors; the next call starts the remaining ones
 */
export async function resumeRuns(
  documents: HostDocuments,
  caller: Caller,
  services: Services,
  signal: AbortSignal,
): Promise<string[]> {
  const { runs } = await readStopped(documents, signal);
  if (runs.length === 0) return [];
  const { settings } = await services.settings.load(signal);
  for (const run of runs) {
    const request = runRequest(run.day, settings, caller, run.origin, services.now());
    const ports = analysisPorts(caller, services, run.is_tagging);
    await services.runs.start(request, ports, signal);
    await changeStopped(documents, (all) => all.filter((one) => !isSame(one, run)), signal);
  }
  return runs.map(({ day }) => day);
}

function isWorthWaiting(error: unknown): boolean {
  return isPassingTrouble(error) || isUnanswered(error);
}

/**
 * Starts the stopped runs again, and retries until Elasticsearch answers, since the host may be up
 * first.
 *
 * @throws nothing; permanent errors are in the log, and the next start tries again
 */
export async function resumeWhenPossible(
  documents: HostDocuments,
  caller: Caller,
  services: Services,
  wait: Wait,
  signal: AbortSignal,
): Promise<void> {
  const { log } = services;
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      const days = await resumeRuns(documents, caller, services, signal);
      if (days.length > 0) log.info(`Resuming the analysis of ${days.join(', ')}.`);
      return;
    } catch (error) {
      if (signal.aborted) return;
      const words = `Stopped runs cannot continue: ${describeError(error)}`;
      if (tries === 0) log.warn(words);
      if (!isWorthWaiting(error)) return;
      await wait(LOOK_AGAIN_MS, signal).catch(() => undefined);
    }
  }
}
