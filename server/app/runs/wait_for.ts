import { setTimeout as sleep } from 'node:timers/promises';
import type { Wait } from '../tagging/tagging_ports';

/** Waits so many milliseconds; an abort ends it with the signal's reason. */
export const waitFor: Wait = async (milliseconds, signal) => {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
};
