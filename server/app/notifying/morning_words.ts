import type { Day } from '../../../common/time';
import type { DayState } from './notifying_ports';
import type { Delivery } from './delivery_ledger';

/** What went wrong with a day, in a sentence; nothing if it was analyzed. */
export function dayAlarms({ day, state, words }: DayState, trouble: string | null): string[] {
  const why = trouble === null ? '' : ` The schedule says: ${trouble}`;
  switch (state) {
    case 'analyzed':
    case 'stale':
      return [];
    case 'partial':
      return [`${day} was only partly analyzed: ${words ?? 'something was left out'}.`];
    case 'failed':
      return [`The analysis of ${day} failed: ${words ?? 'for an unknown reason'}.`];
    case 'canceled':
      return [`The analysis of ${day} was canceled.`];
    case 'running':
      return [`The analysis of ${day} is not done yet.`];
    case 'missed':
      return [`${day} was not analyzed.${why}`];
  }
}

/**
 * The reasons name indices, hosts and users. A channel without names only gets where to find them.
 */
const HIDDEN = 'the page of the day has the reason';

/** The state of a day as a channel without names reports it. */
export function withoutReasons(state: DayState): DayState {
  return { ...state, words: HIDDEN };
}

/** The problem of a morning on which Logwave could not look at the day; errors name hosts. */
export function unknownWithoutReason(day: Day): string {
  return `The state of ${day} is unknown: ${HIDDEN}.`;
}

/** A warning about the schedule, which names its owner. */
export const WARNING_WITHOUT_NAMES = "The schedule needs attention: Logwave's page says why.";

/** Whether there is a result to report. */
export function hasResult({ state, attempt }: DayState): boolean {
  return attempt !== null && (state === 'analyzed' || state === 'stale' || state === 'partial');
}

/**
 * The result of the last message, if it may not have arrived.
 *
 * @param hasNames false leaves out what went wrong, since it names hosts and recipients
 */
export function lastDeliveryAlarms(last: Delivery | undefined, hasNames: boolean): string[] {
  if (last === undefined || last.state === 'sent' || last.state === 'quiet') return [];
  const why = last.words === null || !hasNames ? '' : ` ${last.words}`;
  const what = last.state === 'failed' ? 'was not delivered.' : 'may not have arrived.';
  return [`The message of ${last.morning} ${what}${why}`];
}
