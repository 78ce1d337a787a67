import type { Settings } from '../../common/settings';
import { DEFAULT_SCOPE } from '../app/basics';
import { prunedWords, pruneKept } from '../app/keeping';
import { createRetentionPorts } from '../elastic/keeping';
import type { Caller } from './caller';
import { describeError } from './describe_error';
import type { Services } from './services';

/**
 * Removes what is older than the settings keep, with the rights of the caller. What cannot be
 * removed is reported, not thrown: results matter more than cleaning up.
 *
 * @returns a phrase; null if there is nothing to say
 */
export async function pruneInWords(
  { client }: Pick<Caller, 'client'>,
  { now, log }: Pick<Services, 'now' | 'log'>,
  settings: Settings,
  signal: AbortSignal,
): Promise<string | null> {
  const request = { scope: DEFAULT_SCOPE, settings, now: now() };
  try {
    const words = prunedWords(await pruneKept(request, createRetentionPorts(client), signal));
    if (words !== null) log.info(words);
    return words;
  } catch (error) {
    if (signal.aborted) return null;
    const words = `outdated documents of Logwave stay (${describeError(error)})`;
    log.warn(words);
    return words;
  }
}
