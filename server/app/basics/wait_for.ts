import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; rejects with the signal's reason when aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Waits this many milliseconds. An abort ends it with the signal's reason. */
export const waitFor: Wait = async (milliseconds, signal) => {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
};
