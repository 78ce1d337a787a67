import { LEAST_SCORE_LIMIT } from '../../settings';
import { HOURS_PER_DAY } from '../../time';
import { HABIT_DAYS } from './clean_attacks';
import type { TrainingTable } from './training_table';

const { abs, floor } = Math;

/** The scores of the 24 hours of a day. */
interface Scores {
  /** 24 scores; null for an hour that was not tested. */
  readonly scores: readonly (number | null)[];
  /** Whether the hour has more events than expected. */
  readonly isHigh: readonly boolean[];
}

/** Whether an hour with fewer events than expected reaches the lowest threshold. */
export function isAnyMissing({ scores, isHigh }: Scores): boolean {
  return scores.some((score, hour) => (score ?? 0) >= LEAST_SCORE_LIMIT && isHigh[hour] !== true);
}

/** On how many days counts within an hour of this hour are judged expected. */
function judgedDays(trusted: readonly number[], hour: number): number {
  const near = trusted.filter((at) => abs((at % HOURS_PER_DAY) - hour) <= 1);
  return new Set(near.map((at) => floor(at / HOURS_PER_DAY))).size;
}

/**
 * The table without the counts that people judged expected, unless they came on so many days that
 * they are a habit. Left in as attacks like any other, two of the same weekday would hide each other.
 */
export function withoutRareJudged(table: TrainingTable): TrainingTable {
  const { trusted = [] } = table;
  const isHabit = Array.from(
    { length: HOURS_PER_DAY },
    (_, hour) => judgedDays(trusted, hour) >= HABIT_DAYS,
  );
  const counts = table.counts.slice();
  for (const at of trusted) if (isHabit[at % HOURS_PER_DAY] !== true) counts[at] = NaN;
  return { ...table, counts, trusted: undefined };
}

/**
 * What people judged expected may come again, or stay away: an hour has too few events only if it
 * has too few without the judged counts as well.
 *
 * @param learned the scores if the judged counts are learned as they are
 * @param cleaned the scores without these counts
 * @returns those of `learned`, in which no hour with fewer events scores more than in `cleaned`
 */
export function missingInBoth<T extends Scores>(learned: T, cleaned: Scores): T {
  const scores = learned.scores.map((score, hour) => {
    if (score === null || learned.isHigh[hour] === true) return score;
    return cleaned.isHigh[hour] === true ? 0 : Math.min(score, cleaned.scores[hour] ?? score);
  });
  return { ...learned, scores };
}
