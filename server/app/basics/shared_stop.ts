import { setMaxListeners } from 'node:events';

/**
 * A signal that stops all running work. Each request listens to it, so any number of listeners must
 * be allowed: Node warns of a leak from eleven on.
 */
export function sharedStop(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
