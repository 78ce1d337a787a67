import { pruneInWords } from './prune';
import { DEFAULT_SCOPE } from '../app/basics';
import { analyzeDueDays, type AnalyzedDays } from '../app/runs';
import { type Day, localDay } from '../../common/time';
import { createCountingPorts } from './create_counting_ports';
import { createRunLedger } from '../elastic/results';
import { analysisPorts } from './analysis_of';
import type { Caller } from './caller';
import type { Services } from './services';
import { describeError } from './describe_error';
import { keepSilence } from './silence';
import type { Settings } from '../../common/settings';

/**
 * Looks what is silent at the end of each day that was analyzed, and now. Where that fails, the
 * analysis is as good as without it.
 */
async function keepSilences(
  { client }: Caller,
  { now: clock, log }: Services,
  settings: Settings,
  days: readonly Day[],
  signal: AbortSignal,
): Promise<void> {
  const now = clock();
  const ends = days.map((day) => localDay(day, settings.zone).to);
  const instants = [...ends.filter((end) => end < now.getTime()), now.getTime()];
  try {
    for (const instant of instants) {
      await keepSilence(client, settings, { at: new Date(instant), now }, signal);
    }
  } catch (error) {
    if (signal.aborted) return;
    log.warn(`looking for silence failed: ${describeError(error)}`);
  }
}

/**
 * What a schedule does each time, at whichever door: analyzes the days that need it, looks
 * what is silent, then removes
 * what is older than the settings keep, with the rights of the caller.
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
  if (!signal.aborted) await keepSilences(caller, services, settings, days, signal);
  // A new day once a day makes room for itself; where nothing was analyzed, nothing has grown.
  if (analyzed.runs.length === 0 || signal.aborted) return analyzed;
  const pruned = await pruneInWords(caller, services, settings, signal);
  return pruned === null ? analyzed : { ...analyzed, words: `${analyzed.words}; ${pruned}` };
}
