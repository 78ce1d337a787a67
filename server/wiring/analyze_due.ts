import { pruneInWords } from './prune';
import { DEFAULT_SCOPE } from '../app/basics';
import { analyzeDueDays, type AnalyzedDays } from '../app/runs';
import { SilenceMemory } from '../app/silence';
import { createCountingPorts } from './create_counting_ports';
import { createRunLedger } from '../elastic/results';
import { analysisPorts } from './analysis_of';
import type { Caller } from './caller';
import type { Services } from './services';
import { keepSilences } from './keep_silences';

/** What earlier looks of the schedule remember, for each host. */
const memories = new WeakMap<Services, SilenceMemory>();

function memoryOf(services: Services): SilenceMemory {
  const known = memories.get(services) ?? new SilenceMemory();
  memories.set(services, known);
  return known;
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
  const days = analyzed.runs.map(({ day }) => day);
  const memory = memoryOf(services);
  // The analyzed days may have been counted again.
  if (days.length > 0) memory.clear();
  const warn = (message: string): void => services.log.warn(message);
  const times = { days, isNow: true, now: now(), memory, warn };
  if (!signal.aborted) await keepSilences(client, settings, times, signal);
  // Once a day, a new day makes room for itself. If nothing was analyzed, nothing has grown.
  if (analyzed.runs.length === 0 || signal.aborted) return analyzed;
  const pruned = await pruneInWords(caller, services, settings, signal);
  return pruned === null ? analyzed : { ...analyzed, words: `${analyzed.words}; ${pruned}` };
}
