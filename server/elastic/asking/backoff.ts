import { waitFor } from '../../app/basics';
import {
  BAD_GATEWAY,
  GATEWAY_TIMEOUT,
  SERVICE_UNAVAILABLE,
  TOO_MANY_REQUESTS,
} from '../../../common/http';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 16_000;

const BUSY_STATUSES: readonly (number | undefined)[] = [
  TOO_MANY_REQUESTS,
  BAD_GATEWAY,
  SERVICE_UNAVAILABLE,
  GATEWAY_TIMEOUT,
];

/** Whether a status means that the same request may succeed later. */
export function isBusyStatus(status: number | undefined): boolean {
  return BUSY_STATUSES.includes(status);
}

/** About a minute of trying, in total. */
export const MAX_ATTEMPTS = 8;

/**
 * How long to wait after the `attempt`-th refusal, from 1: twice as long each time, up to 16 s. A
 * random half of it keeps several writers from coming back at the same time.
 *
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function backoffMs(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return (longest / 2) * (1 + random);
}

export type Pause = (attempt: number, signal: AbortSignal) => Promise<void>;

/** Waits as long as backoffMs says. An abort ends it with the signal's reason. */
export const pauseBeforeRetry: Pause = (attempt, signal) =>
  waitFor(backoffMs(attempt, Math.random()), signal);
