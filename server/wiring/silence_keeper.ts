import type { Client } from '@elastic/elasticsearch';
import { localDay } from '../../common/time';
import type { RunPorts } from '../app/runs';
import { storeSilence } from './silence';

/**
 * Stores what was silent at the end of the day of a run, or what is silent now if the day is not
 * over. It throws the client's errors, and RefusedWrite.
 */
export function silenceKeeper(
  client: Client,
  clock: () => Date,
): NonNullable<RunPorts['keepSilences']> {
  return async ({ day, zone }, settings, signal) => {
    const now = clock();
    const end = new Date(localDay(day, zone).to);
    const moment = { at: end < now ? end : now, now };
    const { lifted } = await storeSilence(client, settings, moment, signal);
    return lifted;
  };
}
