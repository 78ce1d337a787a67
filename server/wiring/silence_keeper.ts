import { localDay } from '../../common/time';
import type { Run, RunPorts } from '../app/runs';
import type { Client } from '../elastic/client';
import type { Survey } from '../elastic/counting';
import { beginSilence, type SilenceMoment, storeSilence } from './silence';

/**
 * Stores what was silent at the end of the day of a run, or what is silent now if the day is not
 * over, and begins to count hosts before. Both throw the client's errors; if only storing fails, it
 * throws UnstoredSilences.
 *
 * @param survey what the run has found out about the indices' days
 */
export function silenceKeeper(
  client: Client,
  clock: () => Date,
  survey: Survey,
): Required<Pick<RunPorts, 'countHosts' | 'keepSilences'>> {
  const momentOf = ({ day, zone }: Pick<Run, 'day' | 'zone'>): SilenceMoment => {
    const now = clock();
    const end = new Date(localDay(day, zone).to);
    return { at: end < now ? end : now, now, survey };
  };
  return {
    countHosts: (run, settings, hosts, inTurn, signal) =>
      beginSilence(client, settings, momentOf(run), hosts, inTurn, signal),
    keepSilences: async (run, settings, hosts, signal) => {
      const moment = { ...momentOf(run), ahead: hosts };
      return (await storeSilence(client, settings, moment, signal)).kept;
    },
  };
}
