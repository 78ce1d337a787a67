import { OWN_INDICES, sharedStop } from '../../server/app/basics';
import type { Client } from '../../server/elastic/client';
import { awaitDisk } from '../../server/wiring';
import { say } from './basics/output';
import { UserError } from './basics/user_error';

const LOOK_EVERY_MS = 2_000;

/**
 * A controller that ends with a signal, or before. `release` removes its listener from the signal.
 */
function linkedTo(signal: AbortSignal) {
  const controller = sharedStop();
  const pass = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', pass);
  if (signal.aborted) pass();
  return { controller, release: () => signal.removeEventListener('abort', pass) };
}

/**
 * Does the work, and reports within seconds if the disk is full: Elasticsearch answers a request
 * that writes to an unallocated index only after half a minute or more.
 *
 * @param index the name or pattern of what is written
 * @param onShortage called once as well
 */
export async function sayingDiskShortage<T>(
  client: Client,
  index: string,
  work: () => Promise<T>,
  signal: AbortSignal,
  onShortage: () => void = () => undefined,
): Promise<T> {
  const { controller, release } = linkedTo(signal);
  const watch = { index, every: LOOK_EVERY_MS };
  const isShort = (shortage: string | undefined): boolean => shortage !== undefined;
  const watching = awaitDisk(client, watch, isShort, controller.signal).then((shortage) => {
    if (shortage === undefined) return;
    say(`${shortage}.`);
    onShortage();
  });
  try {
    return await work();
  } finally {
    release();
    controller.abort();
    await watching;
  }
}

/**
 * Does the work, and stops if the disk has no room for Logwave's own indices.
 *
 * @throws what the work throws; UserError if it was stopped
 */
export async function withDiskWatched<T>(
  client: Client,
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const { controller, release } = linkedTo(signal);
  const stop = (): void => {
    const words = 'stopped: free some space on that disk, then run the same command again';
    controller.abort(new UserError(words));
  };
  try {
    const started = (): Promise<T> => work(controller.signal);
    return await sayingDiskShortage(client, OWN_INDICES, started, signal, stop);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    release();
  }
}
