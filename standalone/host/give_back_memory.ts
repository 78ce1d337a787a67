import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By then the rush of the start is over. */
const REST_MS = 5_000;
/** The engine makes the room for new objects smaller only once little was asked of it in between. */
const TIMES = 3;

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}

/**
 * Gives back, some moments later, what loading the program took: a quarter of all, and a process
 * that does nothing never comes to that by itself.
 *
 * @returns stops waiting for it
 */
export function giveBackMemorySoon(): () => void {
  let times = 0;
  const timer = setInterval(() => {
    collectGarbage();
    times += 1;
    if (times === TIMES) clearInterval(timer);
  }, REST_MS);
  return () => clearInterval(timer);
}
