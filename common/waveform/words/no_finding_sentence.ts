import type { Assessment, NotAssessedReason } from '../hours';
import { pluralWords } from './words';

function notAssessedSentence(reason: NotAssessedReason, days: number): string {
  switch (reason) {
    case 'no_events':
      return 'No event on this day: nothing to compare.';
    case 'unknown_hours':
      return 'Hours of the day are not known, so it is not assessed.';
    case 'few_days':
      return `Based on ${pluralWords(days, 'day')}, not assessed.`;
    case 'closed_days':
      return 'Not seen in the days that are known, but indices of others are closed: not assessed.';
    case 'switched_off':
      return 'Not assessed: switched off in the settings.';
  }
}

/**
 * Why there is no finding about a series that is not as usual, as the page and the report say it;
 * null where it is as usual, or where there is one.
 */
export function noFindingSentence(assessment: Assessment): string | null {
  switch (assessment.state) {
    case 'not_judged':
      return notAssessedSentence(assessment.reason, assessment.basis_days.length);
    case 'below_floor':
      return assessment.is_one_of_many === true
        ? 'New, but so are many other series with more events: no finding.'
        : 'Unusual, but less than the settings ask for.';
    case 'usual':
    case 'unusual':
      return null;
  }
}
