import { LEAST_SCORE_LIMIT } from '../../settings';

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

/**
 * What people judged expected may come again, or stay away: an hour has too few events only if it
 * has too few without the judged counts as well.
 *
 * @param learned the scores if the judged counts are learned as they are
 * @param cleaned the scores if these counts are attacks like any other
 * @returns those of `learned`, in which no hour with fewer events scores more than in `cleaned`
 */
export function missingInBoth<T extends Scores>(learned: T, cleaned: Scores): T {
  const scores = learned.scores.map((score, hour) => {
    if (score === null || learned.isHigh[hour] === true) return score;
    return cleaned.isHigh[hour] === true ? 0 : Math.min(score, cleaned.scores[hour] ?? 0);
  });
  return { ...learned, scores };
}
