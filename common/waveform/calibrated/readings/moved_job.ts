import { HOURS_PER_DAY } from '../../../time';
import { sumOf, type KnownHours } from './compared_hours';

/** A job that takes more hours is much of a day. */
const MOST_HOURS = 6;
/** Each hour of a job has so many times the events of any other hour. */
const LOUDER = 1.5;
/** A day that moved is likelier by so much at the other hours, too, as a log-likelihood. */
const LEAST_ELSEWHERE = 4;

/** The hours of the only job of a usual day: the loudest ones, if they adjoin; else none. */
function hoursOfJob(expected: Float64Array): number[] {
  const loudest = [...expected.keys()].sort((a, b) => (expected[b] ?? 0) - (expected[a] ?? 0));
  for (let length = MOST_HOURS; length > 0; length -= 1) {
    const hours = loudest.slice(0, length);
    const least = expected[loudest[length - 1] ?? 0] ?? 0;
    const most = expected[loudest[length] ?? 0] ?? 0;
    // Only the first of adjacent hours has none of them before it, around midnight, too.
    const firsts = hours.filter((hour) => !hours.includes((hour || HOURS_PER_DAY) - 1));
    if (least > LOUDER * most && firsts.length === 1) return hours;
  }
  return [];
}

/**
 * Whether a shift of the whole day says no more than that its only job moved: beyond the hours where the job
 * was due and where it came then, the shift explains nothing.
 *
 * @param by how many hours later the day is
 * @param gains how much likelier the shift makes each known hour, as a log-likelihood
 */
export function isOnlyJob(
  by: number,
  gains: readonly number[],
  { day: { expected }, hours }: KnownHours,
): boolean {
  const job = hoursOfJob(expected);
  const moved = new Set(job.flatMap((hour) => [hour, (hour + by + HOURS_PER_DAY) % HOURS_PER_DAY]));
  const elsewhere = gains.filter((_, at) => !moved.has(hours[at] ?? 0));
  return job.length > 0 && sumOf(elsewhere) < LEAST_ELSEWHERE;
}
