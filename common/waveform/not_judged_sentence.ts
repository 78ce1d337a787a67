import type { NotJudgedReason } from './assessment';
import { pluralWords } from './words';

/**
 * Why a series is not judged, as the page and the report say it.
 *
 * @param days training days that there are
 */
export function notJudgedSentence(reason: NotJudgedReason, days: number): string {
  switch (reason) {
    case 'no_events':
      return 'No event on this day: nothing to compare.';
    case 'unknown_hours':
      return 'Hours of the day are not known, so it is not judged.';
    case 'few_days':
      return `Based on ${pluralWords(days, 'day')}, not judged.`;
    case 'switched_off':
      return 'Not judged: switched off in the settings.';
  }
}
