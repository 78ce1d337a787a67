import type { Settings } from '../../common/settings';
import { localDay } from '../../common/time';
import { pruneInWords } from './prune';
import { DEFAULT_SCOPE } from '../app/basics';
import { analyzeDueDays, type AnalyzedDays, type Run } from '../app/runs';
import { SilenceMemory } from '../app/silence';
import { createCountingPorts } from './create_counting_ports';
import type { Client } from '../elastic/client';
import { createRunLedger } from '../elastic/results';
import { analysisPorts } from './analysis_of';
import type { Caller } from './caller';
import type { Services } from './services';
import { describeError } from './describe_error';
import { keepSilence } from './silence';

/** What earlier looks of the schedule remember, for each host. */
const memories = new WeakMap<Services, SilenceMemory>();

function memoryOf(services: Services): SilenceMemory {
  const known = memories.get(services) ?? new SilenceMemory();
  memories.set(services, known);
  return known;
}

/** Whether a run has stored what was silent at the end of its day. */
function hasLooked({ status, seen_by: user }: Run): boolean {
  return user === null && (status === 'analyzed' || status === 'partial');
}

/**
 * Stores what is silent now, and what was at the end of days whose runs have not looked. If that
 * fails, the analyses are as good as without it.
 */
async function keepSilences(
  client: Client,
  settings: Settings,
  runs: readonly Run[],
  services: Services,
  signal: AbortSignal,
): Promise<void> {
  const now = services.now();
  const days = runs.filter((run) => !hasLooked(run)).map(({ day }) => day);
  const ends = days.map((day) => new Date(localDay(day, settings.zone).to));
  try {
    for (const at of ends) await keepSilence(client, settings, { at, now }, signal);
    const memory = memoryOf(services);
    await keepSilence(client, settings, { at: now, now, memory }, signal);
  } catch (error) {
    if (signal.aborted) return;
    services.log.warn(`looking for silence failed: ${describeError(error)}`);
  }
}

/**
 * The work of a schedule, in Kibana and in the host: analyzes the days that need it, checks what is
 * silent, then removes what is older than the settings keep, with the rights of the caller.
 *
 * @param isTagging whether documents of flagged hours are tagged
 * @throws the client's errors
 */
export async function analyzeDue(
  caller: Caller,
  services: Services,
  isTagging: boolean,
  signal: AbortSignal,
): Promise<AnalyzedDays> {
  const { client, name } = caller;
  const { runs, now } = services;
  const { settings } = await services.settings.load(signal);
  await services.ensureIndices(caller, signal);
  const request = { scope: DEFAULT_SCOPE, settings, started_by: name, origin: 'schedule' } as const;
  const analysis = analysisPorts(caller, services, isTagging);
  const due = {
    ledger: createRunLedger(client),
    counting: createCountingPorts(client, DEFAULT_SCOPE),
  };
  const analyzed = await analyzeDueDays(request, { runs, analysis, now, due }, signal);
  // The analyzed days may have been counted again.
  if (analyzed.runs.length > 0) memoryOf(services).clear();
  if (!signal.aborted) await keepSilences(client, settings, analyzed.runs, services, signal);
  // Once a day, a new day makes room for itself. If nothing was analyzed, nothing has grown.
  if (analyzed.runs.length === 0 || signal.aborted) return analyzed;
  const pruned = await pruneInWords(caller, services, settings, signal);
  return pruned === null ? analyzed : { ...analyzed, words: `${analyzed.words}; ${pruned}` };
}
