import { waitFor } from '../../server/app/basics';
import type { DataFolder } from './data_folder';
import { EmbeddedElasticsearchError } from './embedded_error';
import { openHolder, type Holder, type HoldWord } from './holder';
import { startFailure, type Launched } from './launch';
import { readRunningState } from './running_state';

const PATIENCE_MS = 180_000;
const POLL_MS = 100;
const STOOD_BACK_MS = 500;

/** A hold, and whether another process had already started what it holds. */
export interface Held {
  readonly holder: Holder;
  readonly joined: boolean;
}

/** Holds the Elasticsearch that is running on a data folder; undefined if there is none. */
export async function holdRunning(
  folder: DataFolder,
  word: HoldWord,
  signal?: AbortSignal,
): Promise<Holder | undefined> {
  const state = await readRunningState(folder.state);
  return state === undefined ? undefined : openHolder(state, word, signal);
}

/**
 * Launches Elasticsearch and holds it as soon as it answers, or the one that another process
 * launched at the same moment: of two, one gives way.
 *
 * @throws EmbeddedElasticsearchError with the reason, if it does not start
 */
export async function holdLaunched(
  folder: DataFolder,
  launchOnce: () => Promise<Launched>,
  word: HoldWord,
  signal: AbortSignal = new AbortController().signal,
): Promise<Held> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  let launched = await launchOnce();
  while (Date.now() < giveUpAt) {
    const holder = await holdRunning(folder, word, signal);
    if (holder !== undefined) return { holder, joined: holder.pid !== launched.pid };
    const outcome = launched.outcome();
    if (outcome === 'failed') throw await startFailure(folder);
    const pause = outcome === 'stood back' ? STOOD_BACK_MS : POLL_MS;
    await waitFor(pause, signal);
    // The other one is starting, and will be joined, or it is stopping.
    if (outcome === 'stood back') launched = await launchOnce();
  }
  throw new EmbeddedElasticsearchError(
    `Another process uses the data in ${folder.root} and does not answer: end it, or name another ` +
      'folder with --data.',
  );
}
