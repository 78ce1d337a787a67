import { setTimeout as wait } from 'node:timers/promises';

/** A little longer than the shortest interval of the schedule. */
const WITHIN_MS = 420_000;
const LOOK_MS = 500;

/** Waits until something is so; throws where it does not come about. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WITHIN_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('what was waited for did not come about');
    await wait(LOOK_MS);
  }
}
