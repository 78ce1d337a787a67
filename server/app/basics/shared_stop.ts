import { setMaxListeners } from 'node:events';

/**
 * What stops everything that is under way. Each request listens to it, so that there may be any
 * number of listeners: Node warns of a leak from eleven on.
 */
export function sharedStop(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
