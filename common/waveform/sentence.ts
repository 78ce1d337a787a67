import type { Range, Verdict } from './finding';
import type { HourRun } from './hour_runs';
import { countWords, pluralWords, rangeWords, runWords } from './words';

/** At most this many runs of hours are spelled out. */
const RUNS_IN_WORDS = 2;

/** A run of flagged hours with what was counted and what is usual there. */
export interface FlaggedRun extends HourRun {
  readonly count: number;
  /** The middle half of the training days for the run as a whole; null where there are none. */
  readonly usual: Range | null;
}

const LABELS: Readonly<Record<Verdict, string>> = {
  more: 'More.',
  less: 'Less.',
  new: 'New.',
  silent: 'Silent.',
  moved: 'Moved.',
};

/** The verdict as the sentence begins with it: "More." */
export function verdictWords(verdict: Verdict): string {
  return LABELS[verdict];
}

function furtherHours(runs: readonly FlaggedRun[]): string {
  const further = runs.slice(RUNS_IN_WORDS).reduce((sum, { from, to }) => sum + to - from, 0);
  return further === 0 ? '' : `; and ${pluralWords(further, 'more hour')}`;
}

function usualWords({ usual }: FlaggedRun): string {
  return usual === null ? '' : `, usually ${rangeWords(usual)}`;
}

/**
 * What was counted in the flagged hours against what is usual: "48 at 15:00, usually 9–14; 20 at
 * 10:00, usually 11–14". Two runs at most, then how many hours more.
 *
 * @param runs in the order in which they are to be told, at least one
 */
export function comparedSentence(runs: readonly FlaggedRun[]): string {
  const told = runs
    .slice(0, RUNS_IN_WORDS)
    .map((run) => `${countWords(run.count)} ${runWords(run)}${usualWords(run)}`);
  return `${told.join('; ')}${furtherHours(runs)}.`;
}

/**
 * Where a series without a usual day had events: "1 event at 06:00, 1 at 21:00; none in the 31 days
 * before".
 *
 * @param since where it had none: "in the 31 days before"
 */
export function newSentence(runs: readonly FlaggedRun[], since: string): string {
  const told = runs.slice(0, RUNS_IN_WORDS).map((run, index) => {
    const count = index === 0 ? pluralWords(run.count, 'event') : countWords(run.count);
    return `${count} ${runWords(run)}`;
  });
  return `${told.join(', ')}${furtherHours(runs)}; none ${since}.`;
}
