import type { Assessment, NotAssessedReason } from '../hours';
import { pluralWords } from './words';

/** Why a series of a source that was silent as a whole is not assessed. */
export const SOURCE_SILENT = 'Not assessed: the whole source was silent.';

function notAssessedSentence(
  reason: NotAssessedReason,
  days: number,
  isSourceSilent: boolean,
): string {
  switch (reason) {
    case 'no_events':
      return 'Not assessed: the series has no event on this day.';
    case 'unknown_day':
      return isSourceSilent ? SOURCE_SILENT : 'Not assessed: no hour of the day is known.';
    case 'unlearned_hours':
      return 'Not assessed: no training day to compare with is known in the same hours.';
    case 'unknown_hours':
      return isSourceSilent ? SOURCE_SILENT : 'Not assessed: some hours of the day are unknown.';
    case 'few_days':
      return days === 0
        ? 'Not assessed: no training day is known.'
        : `Not assessed: only ${pluralWords(days, 'training day')}.`;
    case 'no_weekend_day':
      return 'Not assessed: no weekend day yet.';
    case 'one_weekend_day':
      return 'Not assessed: only one weekend day yet.';
    case 'no_working_day':
      return 'Not assessed: no working day yet.';
    case 'one_working_day':
      return 'Not assessed: only one working day yet.';
    case 'closed_days':
      return 'Not assessed: the series is new on the known days, but indices of other days are closed.';
    case 'switched_off':
      return 'Not assessed: it is turned off in the settings.';
    case 'expected_hours':
      return 'Not assessed: all of its hours are judged expected.';
    case 'calendar':
      return 'Not assessed: a calendar leaves this day out.';
  }
}

/**
 * Why a series that is not as usual has no finding, as the page and the report say it; null if it
 * is simply as usual, or if it has one.
 *
 * @param isSourceSilent whether hours are unknown because the whole source was silent
 */
export function noFindingSentence(assessment: Assessment, isSourceSilent = false): string | null {
  switch (assessment.state) {
    case 'not_judged':
      return notAssessedSentence(assessment.reason, assessment.basis_days.length, isSourceSilent);
    case 'below_floor':
      return assessment.is_one_of_many === true
        ? 'New, but no finding: many other new series have more events.'
        : 'Unusual, but below the minimums of the settings.';
    case 'usual':
      return assessment.like ?? null;
    case 'unusual':
      return null;
  }
}
