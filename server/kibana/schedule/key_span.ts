import { MS_PER_DAY } from '../../../common/time';

/** How long before its end a key counts as expiring. */
const NOTICE_MS = 7 * MS_PER_DAY;
/** A younger key is not renewed by opening the page. */
const FRESH_MS = MS_PER_DAY;

/** From when to when a key works; times as ISO 8601 in UTC. */
export interface KeySpan {
  readonly granted_at: string;
  readonly expires_at: string;
}

/** How near a key is to its end. */
export type KeyPhase = 'valid' | 'expiring' | 'expired';

function halfOf({ granted_at: granted, expires_at: expires }: KeySpan): number {
  return (Date.parse(expires) - Date.parse(granted)) / 2;
}

/**
 * A key is expiring from seven days before its end on, or from half of its lifespan on if that is
 * short.
 */
export function keyPhase(span: KeySpan, now: Date): KeyPhase {
  const left = Date.parse(span.expires_at) - now.getTime();
  if (left <= 0) return 'expired';
  return left <= Math.min(NOTICE_MS, halfOf(span)) ? 'expiring' : 'valid';
}

/** Whether opening the page renews the key: once a day at most. */
export function isRenewalDue(span: KeySpan, now: Date): boolean {
  const age = now.getTime() - Date.parse(span.granted_at);
  return age >= Math.min(FRESH_MS, halfOf(span));
}
