import type { Day } from '../../common/time';

/** It has no part of its own in an address. */
const DEFAULT_SPACE = 'default';

/**
 * Where people see a day in a space of Kibana.
 *
 * @param base `server.publicBaseUrl`; without it the link is empty, since it would not work outside
 */
export function pageLink(base: string | undefined, day: Day, space: string): string {
  if (base === undefined) return '';
  const place = space === DEFAULT_SPACE ? '' : `/s/${encodeURIComponent(space)}`;
  return `${base}${place}/app/logwave/day/${day}`;
}
