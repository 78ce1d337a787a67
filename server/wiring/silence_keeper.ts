import { localDay } from '../../common/time';
import type { RunPorts } from '../app/runs';
import type { Client } from '../elastic/client';
import type { Survey } from '../elastic/counting';
import { storeSilence } from './silence';

/**
 * Stores what was silent at the end of the day of a run, or what is silent now if the day is not
 * over. It throws the client's errors, and RefusedWrite.
 *
 * @param survey what the run has found out about the indices' days
 */
export function silenceKeeper(
  client: Client,
  clock: () => Date,
  survey: Survey,
): NonNullable<RunPorts['keepSilences']> {
  return async ({ day, zone }, settings, signal) => {
    const now = clock();
    const end = new Date(localDay(day, zone).to);
    const moment = { at: end < now ? end : now, now, survey };
    const { look, lifted } = await storeSilence(client, settings, moment, signal);
    return { lifted, unwatched: look.unwatched };
  };
}
