import { MS_PER_MINUTE } from '../../time';
import type { LocalDay } from '../../time';

/**
 * Documents reach Elasticsearch a little late: an hour counts as over once its logs had time to.
 */
export const GRACE_MS = 15 * MS_PER_MINUTE;

/**
 * Which of the day's 24 hours were over 15 minutes before `now`, so that their counts can be
 * trusted. An hour that the clock skips has nothing to wait for.
 *
 * @param now milliseconds since 1970-01-01 UTC
 */
export function closedHours(localDay: LocalDay, now: number): boolean[] {
  return localDay.columns.map(({ ranges }) => ranges.every(({ to }) => to + GRACE_MS <= now));
}
