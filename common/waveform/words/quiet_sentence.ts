import type { Day } from '../../time';
import { subjectWords } from './ticket_sentence';
import { countWords, pluralWords, timesWords } from './words';

/** The facts for the sentence of a series that is as usual. */
export interface QuietFacts {
  readonly day: Day;
  readonly code: string;
  /** Known events of the day as they were logged, and how many are usual in the same hours (null: nothing learned). */
  readonly total: number;
  readonly usual_total: number | null;
  /** The training days that decided, in words. */
  readonly basis: string;
  /** The strongest test divided by its own threshold; null if nothing was tested. */
  readonly surprise: number | null;
}

/** "As usual." */
export const QUIET = 'As usual.';

/**
 * The sentence of a series that is as usual, for readers who do not see the page: "On Wednesday 1
 * April 2015 syslog severity 3 had 299 events, usually 289, compared with 4 Wednesdays. The
 * surprise is 0.6 (threshold 1)."
 */
export function quietSentence(facts: QuietFacts): string {
  const { day, code, total, usual_total: usual, basis, surprise } = facts;
  const usually = usual === null ? '' : `, usually ${countWords(usual)}, compared with ${basis}`;
  const had = `${subjectWords(day, code)} had ${pluralWords(total, 'event')}${usually}.`;
  return surprise === null ? had : `${had} The surprise is ${timesWords(surprise)} (threshold 1).`;
}
