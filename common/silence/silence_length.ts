import { MS_PER_HOUR } from '../time';
import type { WallHour } from './wall_hour';

/** A silence as it is stored. */
export interface StoredSilence {
  /** The last event, ISO 8601; the beginning of its hour if only that is known. */
  readonly silent_since: string;
  /** False if only the hour of the last event is known. */
  readonly is_to_the_minute: boolean;
}

/**
 * From when the length of a silence counts: the last event; the end of its hour if only the hour is
 * known, since the last event may be as late as that.
 *
 * @returns milliseconds since 1970-01-01 UTC
 */
export function silenceBegan({ silent_since: since, is_to_the_minute: isExact }: StoredSilence) {
  return Date.parse(since) + (isExact ? 0 : MS_PER_HOUR);
}

/** The same in hours of the wall clock. @param last the last event, or the beginning of its hour */
export function beganAfter(last: WallHour, isToTheMinute: boolean): WallHour {
  return isToTheMinute ? last : Math.floor(last) + 1;
}
