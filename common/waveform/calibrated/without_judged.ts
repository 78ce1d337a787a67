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

/** Whether no hour reaches the lowest threshold. */
export function isQuiet({ scores }: Pick<Scores, 'scores'>): boolean {
  return scores.every((score) => (score ?? 0) < LEAST_SCORE_LIMIT);
}

/** On how many days of a weekday counts within an hour of this hour are judged expected. */
function judgedDays(
  { trusted = [], weekdays }: TrainingTable,
  weekday: number,
  hour: number,
): number {
  const days = new Set<number>();
  for (const at of trusted) {
    const row = floor(at / HOURS_PER_DAY);
    if (weekdays[row] === weekday && abs((at % HOURS_PER_DAY) - hour) <= 1) days.add(row);
  }
  return days.size;
}

/**
 * The table without the counts that people judged expected, unless they came on so many days of a
 * weekday that they are its habit.
 *
 * @param weekday of the tested day, 0 = Sunday
 */
export function withoutRareJudged(table: TrainingTable, weekday: number): TrainingTable {
  const { trusted = [] } = table;
  const isHabit = Array.from(
    { length: HOURS_PER_DAY },
    (_, hour) => judgedDays(table, weekday, hour) >= HABIT_DAYS,
  );
  const counts = table.counts.slice();
  const habits: number[] = [];
  for (const at of trusted) {
    if (isHabit[at % HOURS_PER_DAY] === true) habits.push(at);
    else counts[at] = NaN;
  }
  return { ...table, counts, trusted: habits.length === 0 ? undefined : habits };
}

/**
 * What people judged expected may come again, or stay away: an hour has too few or too many events only
 * if it has so without the judged counts as well. If nothing is known of it without them, it may have fewer.
 *
 * @param learned the scores if the judged counts are learned as they are
 * @param cleaned the scores without these counts
 * @returns those of `learned`, in which no hour scores more than in `cleaned` in the same direction
 */
export function outInBoth<T extends Scores>(learned: T, cleaned: Scores): T {
  const scores = learned.scores.map((score, hour) => {
    const without = cleaned.scores[hour] ?? null;
    const isHigh = learned.isHigh[hour] === true;
    if (score === null || (without === null && isHigh)) return score;
    return without !== null && cleaned.isHigh[hour] === isHigh ? Math.min(score, without) : 0;
  });
  return { ...learned, scores };
}
