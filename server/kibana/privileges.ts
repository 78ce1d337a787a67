import { PRIVILEGES, type Privilege } from '../../common/api';

/** The name under which Kibana's features grant a privilege of ours. */
export function apiPrivilege(privilege: Privilege): string {
  return `logwave_${privilege}`;
}

/**
 * Whether a privilege only counts if it was granted in all spaces. There is one set of settings and
 * one schedule for all of them, so no single space may change these.
 */
export function isOfAllSpaces(privilege: Privilege): boolean {
  return privilege === 'manage';
}

/** A route with this tag is closed to users without the privilege. Kibana answers 403 itself. */
export function accessTag(privilege: Privilege): string {
  return `access:${apiPrivilege(privilege)}`;
}

/** The tags of all routes. No other tag protects an endpoint. */
export const ACCESS_TAGS: ReadonlySet<string> = new Set(PRIVILEGES.map(accessTag));
