import type { Schedule } from '../../../common/api';
import { dayAt } from '../../../common/time';
import { keyPhase, type KeySpan } from './key_span';
import type { ScheduleRecord } from './schedule_record';
import type { LastRun } from './task_state';

/** What is known about the user whose key the schedule uses; null if the caller may not know. */
export type OwnerState = NonNullable<Schedule['key']>['owner'];

/** The facts for a warning. */
export interface WarningFacts {
  readonly record: ScheduleRecord;
  readonly lastRun: LastRun | null;
  readonly owner: OwnerState;
  readonly now: Date;
  /** The zone of the days in the text. */
  readonly zone: string;
}

const OTHERS = 'or another user can turn the schedule on in their own name';

/** Whether the key was not accepted when the task last ran. */
export function isRefused(
  { granted_at: granted }: KeySpan,
  lastRun: LastRun | null,
): lastRun is LastRun {
  // The problems of an earlier key are over.
  return lastRun?.outcome === 'refused' && lastRun.at > granted;
}

/**
 * What a user should do about the key of the schedule, in a sentence that says whose it is, since
 * when and until when; null if nothing needs to be done.
 */
export function scheduleWarning(facts: WarningFacts): string | null {
  const { record, lastRun, owner, now, zone } = facts;
  const { enabled, user, key_span: span } = record;
  if (!enabled || span === null || user === null) return null;
  const day = (instant: string): string => dayAt(Date.parse(instant), zone);
  const key = `the key of the schedule (of ${user}, since ${day(span.granted_at)})`;
  const until = day(span.expires_at);
  const phase = keyPhase(span, now);
  if (phase === 'expired') {
    return `The schedule analyzes no day, because ${key} expired on ${until}. ${user} can renew it, ${OTHERS}.`;
  }
  if (isRefused(span, lastRun)) {
    return `The schedule analyzes no day, because ${key}, valid until ${until}, does not work. ${lastRun.words}`;
  }
  if (owner === 'disabled' || owner === 'deleted') {
    return `The user ${user} is ${owner}, but ${key} still works until ${until}. Turn the schedule off, or turn it on in your own name.`;
  }
  if (phase === 'expiring') {
    return `The schedule will soon stop, because ${key} expires on ${until}. ${user} can renew it, ${OTHERS}.`;
  }
  return null;
}
