import type { Client } from '@elastic/elasticsearch';
import type { Settings } from '../../common/settings';
import { type Day, localDay } from '../../common/time';
import type { SilenceMemory } from '../app/silence';
import { describeError } from './describe_error';
import { keepSilence } from './silence';

/** The times to look at, and who receives a failure. */
export interface SilenceTimes {
  /** Days that were analyzed. Each one that is over is looked at as it was at its end. */
  readonly days: readonly Day[];
  /** Whether the present instant is looked at, too, for a day that is not over. */
  readonly isNow?: boolean;
  readonly now: Date;
  /** What earlier looks of the same caller remember. */
  readonly memory?: SilenceMemory;
  readonly warn: (message: string) => void;
}

/**
 * Stores what was silent at the end of days, and what is silent now. If that fails, the analysis is
 * as good as without it.
 */
export async function keepSilences(
  client: Client,
  settings: Settings,
  { days, isNow = false, now, memory, warn }: SilenceTimes,
  signal: AbortSignal,
): Promise<void> {
  const ends = days.map((day) => localDay(day, settings.zone).to).sort((a, b) => a - b);
  const over = ends.filter((end) => end < now.getTime());
  const isPresent = isNow || over.length < ends.length;
  try {
    for (const instant of over) {
      await keepSilence(client, settings, { at: new Date(instant), now }, signal);
    }
    if (isPresent) await keepSilence(client, settings, { at: now, now, memory }, signal);
  } catch (error) {
    if (signal.aborted) return;
    warn(`looking for silence failed: ${describeError(error)}`);
  }
}
