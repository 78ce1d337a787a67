import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By then the rush of the start is over: only at rest does the engine give anything back. */
const REST_MS = 10_000;

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  // The first empties the room for new objects; only one that is empty already is made smaller.
  collect();
  collect();
}

/**
 * Gives back, a moment later, what loading the program took: a quarter of all, and a process that
 * does nothing never comes to that by itself.
 *
 * @returns stops waiting for it
 */
export function giveBackMemorySoon(): () => void {
  const timer = setTimeout(collectGarbage, REST_MS);
  return () => clearTimeout(timer);
}
