import { WEEKDAYS, type NotificationSettings } from '../../../common/settings';
import {
  dayAt,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  weekdayOf,
  zoneOffsetAt,
  type Day,
} from '../../../common/time';
import type { Delivery } from './delivery_ledger';

/** How long to wait before the next attempt, after each one that failed. */
const BACKOFF_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MS_PER_MINUTE);
/** Sending takes minutes at most, so what began earlier was interrupted. */
const LEASE_MS = 30 * MS_PER_MINUTE;

/** Milliseconds since midnight on the clocks of a zone. */
function clockOf(now: Date, zone: string): number {
  const local = new Date(now.getTime() + zoneOffsetAt(now.getTime(), zone));
  return local.getUTCHours() * MS_PER_HOUR + local.getUTCMinutes() * MS_PER_MINUTE;
}

/** "07:00" as milliseconds since midnight. */
function timeOf(sendAt: string): number {
  const [hours = '0', minutes = '0'] = sendAt.split(':');
  return Number(hours) * MS_PER_HOUR + Number(minutes) * MS_PER_MINUTE;
}

/** The morning whose messages are due; null before their time, and on a weekday without any. */
export function dueMorning(
  { send_at, weekdays }: NotificationSettings,
  zone: string,
  now: Date,
): Day | null {
  const morning = dayAt(now.getTime(), zone);
  const weekday = WEEKDAYS[weekdayOf(morning)];
  if (weekday === undefined || !weekdays.includes(weekday)) return null;
  return clockOf(now, zone) >= timeOf(send_at) ? morning : null;
}

/** Milliseconds since the time of sending. */
export function lateBy({ send_at }: NotificationSettings, zone: string, now: Date): number {
  return clockOf(now, zone) - timeOf(send_at);
}

/** What is to be done with a morning's message, given its state so far. */
export type Step = 'send' | 'wait' | 'cut_off' | 'done';

export function nextStep(delivery: Delivery | undefined, now: Date): Step {
  if (delivery === undefined) return 'send';
  const age = now.getTime() - Date.parse(delivery.at);
  if (delivery.state === 'sending') return age >= LEASE_MS ? 'cut_off' : 'wait';
  if (delivery.state !== 'failed') return 'done';
  const pause = BACKOFF_MS[delivery.attempts - 1];
  if (pause === undefined) return 'done';
  return age >= pause ? 'send' : 'wait';
}
