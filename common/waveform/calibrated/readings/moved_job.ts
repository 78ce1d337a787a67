import { HOURS_PER_DAY } from '../../../time';
import { sumOf, type KnownHours, type Told } from './compared_hours';

/** A job that takes more hours is much of a day. */
const MOST_HOURS = 6;
/** Each hour of a job has so many times the events of any other hour. */
const LOUDER = 1.5;
/** A day that moved is likelier by so much at the other hours, too, as a log-likelihood. */
const LEAST_ELSEWHERE = 4;
/** If a job has more of the events of a day, the day moves with it. */
const MOST_SHARE = 0.5;
/** A job came as it was due if its hours have at most this mean square residual then. */
const MOST_SQUARE = 3;

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

/** A shift of the whole day, with what it says of the known hours. */
export interface WeighedHours extends Pick<Told, 'squares'> {
  /** By how many hours the day is late, early below 0. */
  readonly hours: number;
  /** How much likelier the shift makes each known hour, as a log-likelihood. */
  readonly gains: readonly number[];
}

/** Whether some hours moved as a shift moves the whole day, in either direction around the clock. */
export function isSameMove(movedBy: number | undefined, hours: number): boolean {
  return movedBy !== undefined && (hours - movedBy) % HOURS_PER_DAY === 0;
}

/** Whether most of a day is its job, which a shift explains where it came. */
function isMostOfDay(
  job: readonly number[],
  came: ReadonlySet<number>,
  { squares }: WeighedHours,
  { day: { expected }, hours }: KnownHours,
): boolean {
  const events = sumOf(job.map((hour) => expected[hour] ?? 0));
  if (events <= MOST_SHARE * sumOf([...expected])) return false;
  const asked = squares.filter((_, at) => came.has(hours[at] ?? 0));
  return sumOf(asked) <= MOST_SQUARE * asked.length;
}

/**
 * Whether a shift of the whole day says no more than that its only job moved: beyond the hours where the job
 * was due and where it came then, the shift explains nothing. But a job may be most of the day, and come as it
 * was due. Then it is the day that moved unless hours are reported as moved by as many hours.
 *
 * @param movedBy by how many hours some hours are reported as moved; undefined if none are
 */
export function isOnlyJob(
  shift: WeighedHours,
  known: KnownHours,
  movedBy: () => number | undefined,
): boolean {
  const job = hoursOfJob(known.day.expected);
  if (job.length === 0) return false;
  const came = new Set(job.map((hour) => (hour + shift.hours + HOURS_PER_DAY) % HOURS_PER_DAY));
  const isJob = (hour: number): boolean => came.has(hour) || job.includes(hour);
  const elsewhere = shift.gains.filter((_, at) => !isJob(known.hours[at] ?? 0));
  if (sumOf(elsewhere) >= LEAST_ELSEWHERE) return false;
  return !isMostOfDay(job, came, shift, known) || isSameMove(movedBy(), shift.hours);
}
