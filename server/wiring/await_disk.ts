import type { Client } from '../elastic/client';
import { waitFor } from '../app/basics';
import { elasticsearchTrouble } from './describe_error';
import { fetchDiskShortage } from '../elastic/results';

/** Checks once. Other problems of Elasticsearch are reported where it is used. */
async function look(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await fetchDiskShortage(client, index, signal);
  } catch (error) {
    if (elasticsearchTrouble(error) === undefined && !signal.aborted) throw error;
    return undefined;
  }
}

/** Which indices are watched, and how many milliseconds are between two checks. */
export interface DiskWatch {
  readonly index: string;
  readonly every: number;
}

/**
 * Checks repeatedly, until there is a shortage or there is none.
 *
 * @param isAwaited what to wait for
 * @returns what was found last; also undefined if the signal has ended
 */
export async function awaitDisk(
  client: Client,
  { index, every }: DiskWatch,
  isAwaited: (shortage: string | undefined) => boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  while (!signal.aborted) {
    const shortage = await look(client, index, signal);
    if (signal.aborted) break;
    if (isAwaited(shortage)) return shortage;
    // An abort ends the pause, which is not an error.
    await waitFor(every, signal).catch(() => undefined);
  }
  return undefined;
}
