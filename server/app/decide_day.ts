import type { CountOrigin, SourceDay } from '../../common/waveform/source_day';
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
    };

function leaveUnknown(reason: string, isAbsent = false): DayDecision {
  return { action: 'leave unknown', reason, is_absent: isAbsent };
}

/**
 * Decides whether a day is counted, taken from kept counts, or not known.
 *
 * A day that grew since it was counted is counted again. One that shrank is not: its logs are about
 * to expire. Without any document in the indices the index is missing, which is not the same as
 * zero: then kept counts hold, and without them nothing is known.
 *
 * @param kept counts of an earlier run
 * @param surveyed what the indices hold of the day
 * @param absence what to say where they hold nothing
 */
export function decideDay(
  kept: SourceDay | undefined,
  surveyed: Answer<SurveyedDay>,
  absence: string,
): DayDecision {
  if (surveyed.state === 'unknown') {
    if (kept !== undefined) return { action: 'use kept', counts: kept, origin: 'kept' };
    return leaveUnknown(surveyed.reason);
  }
  const { all, of_source: ofSource, groups, unusable } = surveyed.value;
  if (kept !== undefined) {
    const hasGrown = ofSource !== null && ofSource > kept.documents;
    if (hasGrown && unusable === null) return { action: 'count', groups };
    const origin = all === 0 ? 'kept, logs expired' : 'kept';
    return { action: 'use kept', counts: kept, origin };
  }
  if (all === 0) return leaveUnknown(absence, true);
  if (unusable !== null) return leaveUnknown(unusable);
  return { action: 'count', groups };
}
