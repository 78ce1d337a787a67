import { setImmediate } from 'node:timers/promises';

/** The longest time in milliseconds that other work waits for its turn. */
const TURN_MS = 5;

/**
 * Lets other work of the process run from time to time: what is returned is to be awaited before each
 * piece of a long work.
 *
 * @throws the signal's reason
 */
export function takingTurns(signal: AbortSignal): () => Promise<void> {
  let began = -Infinity;
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - began < TURN_MS) return;
    await setImmediate();
    signal.throwIfAborted();
    began = performance.now();
  };
}
