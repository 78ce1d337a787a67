import { HOURS_PER_DAY } from '../../time/local_day';
import { countTail } from './count_tail';
import { FAR_OUT, varianceOf, type Noise } from './noise';
import { normalSurprisal } from './normal_tail';
import type { TrainingTable } from './training_table';

/** What is reached on so many days is a habit, no attack. */
const HABIT_DAYS = 3;
/** A surplus counts as reached from this share of it on, a deficit up to this share of the usual. */
const REACHED_SHARE = 0.6;
const MISSED_SHARE = 0.2;
/** Nearer than half of "far out" no tail needs working out. */
const WORTH_A_LOOK = (FAR_OUT * FAR_OUT) / 4;
const FAR_OUT_SURPRISAL = normalSurprisal(FAR_OUT);

/** Days that reach a surplus within an hour of it: a job may run a little earlier or later. */
function daysReaching({ counts, days }: TrainingTable, hour: number, level: number): number {
  let reached = 0;
  for (let row = 0; row < days.length; row += 1) {
    const start = row * HOURS_PER_DAY;
    const near = counts.subarray(
      start + Math.max(0, hour - 1),
      start + Math.min(HOURS_PER_DAY, hour + 2),
    );
    if (near.some((count) => count >= level)) reached += 1;
  }
  return reached;
}

/** Days of the same weekday that have no more in that hour. */
function daysLacking({ counts, weekdays }: TrainingTable, at: number, level: number): number {
  const hour = at % HOURS_PER_DAY;
  const weekday = weekdays[(at - hour) / HOURS_PER_DAY];
  return weekdays.filter(
    (other, row) =>
      other === weekday && (counts[row * HOURS_PER_DAY + hour] ?? Number.NaN) <= level,
  ).length;
}

function isAttack(table: TrainingTable, expected: Float64Array, noise: Noise, at: number): boolean {
  const count = table.counts[at] ?? Number.NaN;
  const usual = expected[at] ?? 0;
  const variance = varianceOf(noise, usual);
  if (!((count - usual) ** 2 > WORTH_A_LOOK * variance)) return false;
  if (countTail(count, usual, variance).surprisal <= FAR_OUT_SURPRISAL) return false;
  const days =
    count > usual
      ? daysReaching(table, at % HOURS_PER_DAY, REACHED_SHARE * count)
      : daysLacking(table, at, count + MISSED_SHARE * usual);
  return days < HABIT_DAYS;
}

/**
 * The training counts without attacks and outages: an hour more than five standard deviations away
 * from what is expected there counts as expected, unless three days did the like.
 *
 * @param expected days × 24, each day left out of its own expectation
 */
export function cleanAttacks(
  table: TrainingTable,
  expected: Float64Array,
  noise: Noise,
): Float64Array {
  return table.counts.map((count, at) =>
    isAttack(table, expected, noise, at) ? (expected[at] ?? 0) : count,
  );
}
