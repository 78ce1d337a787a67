import { LEAST_SCORE_LIMIT } from '../../settings';
import { HOURS_PER_DAY } from '../../time';
import { HABIT_DAYS } from './clean_attacks';
import type { TrainingTable } from './training_table';

const { abs, floor } = Math;

/** With so many judged hours a day was judged as a whole, with fewer an event of it. */
const WHOLE_DAY = HOURS_PER_DAY / 2;
/** Few hours of an ordinary day score more. */
const OUT_SCORE = 1;

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

/** Whether people judged at least one whole day expected. */
function isWholeDayJudged({ trusted = [], days }: TrainingTable): boolean {
  const hours = days.map(() => 0);
  for (const at of trusted) {
    const row = floor(at / HOURS_PER_DAY);
    hours[row] = (hours[row] ?? 0) + 1;
  }
  return hours.some((judged) => judged >= WHOLE_DAY);
}

/**
 * Whether a day is out as a whole, after whole days were judged expected: the level of the series may
 * have changed.
 */
export function mayBeNewLevel({ scores }: Pick<Scores, 'scores'>, table: TrainingTable): boolean {
  const out = scores.filter((score) => (score ?? 0) >= OUT_SCORE).length;
  return out >= WHOLE_DAY && isWholeDayJudged(table);
}

/** The table as if nothing had been judged. */
export function withoutJudgments(table: TrainingTable): TrainingTable {
  return { ...table, trusted: undefined, odd: undefined };
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
