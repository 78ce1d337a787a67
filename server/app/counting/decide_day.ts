import type { CountOrigin, SourceDay } from '../../../common/waveform/hours';
import { closedWords } from './closed_indices';
import type { Answer, IndexGroup } from './counting_ports';
import type { SurveyedDay } from './survey_days';

/** What is to be done with a day. */
export type DayDecision =
  | { readonly action: 'count'; readonly groups: readonly IndexGroup[] }
  | { readonly action: 'use kept'; readonly counts: SourceDay; readonly origin: CountOrigin }
  | {
      readonly action: 'leave unknown';
      readonly reason: string;
      /** The indices hold no document at all of the day. */
      readonly is_absent: boolean;
      /** Asking again may help. */
      readonly is_passing?: true;
      /** Names of closed indices that may hold documents of the day; absent without any. */
      readonly closed?: readonly string[];
    };

type Unmade = Extract<DayDecision, { action: 'leave unknown' }>;

function leaveUnknown(
  reason: string,
  is: Partial<Pick<Unmade, 'is_absent' | 'is_passing' | 'closed'>> = {},
): DayDecision {
  return { action: 'leave unknown', reason, is_absent: false, ...is };
}

/**
 * Decides whether a day is counted, taken from kept counts, or not known.
 *
 * A day that grew since it was counted is counted again. One that shrank is not, since its logs are
 * expiring. If the indices have no document at all, the index is missing, which is not the same as
 * zero: then kept counts are used, and without them nothing is known. The same applies to a day
 * whose documents a closed index may hold, since counting would find only some of them.
 *
 * @param kept counts of an earlier run
 * @param surveyed what the indices hold of the day
 * @param absence the note if they hold nothing
 * @param closed names of closed indices that may hold documents of the day
 */
export function decideDay(
  kept: SourceDay | undefined,
  surveyed: Answer<SurveyedDay>,
  absence: string,
  closed: readonly string[] = [],
): DayDecision {
  if (closed.length > 0) {
    if (kept !== undefined) return { action: 'use kept', counts: kept, origin: 'kept' };
    return leaveUnknown(closedWords(closed), { closed });
  }
  if (surveyed.state === 'unknown') {
    if (kept !== undefined) return { action: 'use kept', counts: kept, origin: 'kept' };
    return leaveUnknown(surveyed.reason, surveyed.is_passing ? { is_passing: true } : {});
  }
  const { all, of_source: ofSource, groups, unusable } = surveyed.value;
  if (kept !== undefined) {
    const hasGrown = ofSource !== null && ofSource > kept.documents;
    if (hasGrown && unusable === null) return { action: 'count', groups };
    const origin = all === 0 ? 'kept, logs expired' : 'kept';
    return { action: 'use kept', counts: kept, origin };
  }
  if (all === 0) return leaveUnknown(absence, { is_absent: true });
  if (unusable !== null) return leaveUnknown(unusable);
  return { action: 'count', groups };
}
