import { HOURS_PER_DAY } from '../time';
import { LEAST_DAYS, type TrainingDay } from '../waveform/hours';
import { gapLimit } from './gap_limit';
import { ALL_HOURS, type AwaitedHours, slotsOf } from './awaited_hours';
import { jobDueAfter, type JobLaw, learnJob } from './job_law';
import { learnOccupancy, type Occupancy } from './occupancy';
import { isOffice } from './office';
import { learnSteady, STEADY_WAIT } from './steady_law';
import { type StreamHistory, streamHistory } from './stream_history';
import { trainingGaps } from './training_gaps';
import { HOURS_PER_WEEK, slotOf, type WallHour } from './wall_hour';

/**
 * By chance, a silence exceeds its deadline less than once in 300 days. What a month of training
 * days leaves uncertain takes half of that.
 */
const DAYS_OF_DEADLINE = 600;
/** By chance, a silence is called late once in this many days. */
export const DAYS_OF_LATE = 60;
/** A silence that chance may make longer than that has no deadline. */
const LONGEST_WAIT = 21 * HOURS_PER_DAY;

const SLOTS = HOURS_PER_WEEK;

/** What a stream's training days say about its silences. */
export interface SilenceLaw extends Omit<Occupancy, 'gapWeights'> {
  readonly daysSeen: number;
  /** The sum of weights from which a silence is not chance, and from which it is late. */
  readonly limit: number;
  readonly lateLimit: number;
  /** Empty hours of the longest gap of the training days. */
  readonly longestGap: number;
  /** Known days from the first event that was learned from to the last one; parts count as one. */
  readonly daysLearned: number;
  readonly job: JobLaw | undefined;
  /**
   * Hours of the week in which an hour without events is not chance; undefined if there are none.
   */
  readonly steady: Uint8Array | undefined;
  /** Active on working days, and hardly on weekends. */
  readonly isOffice: boolean;
}

/** When a silence is no longer chance. */
export interface Deadline {
  readonly at: WallHour;
  readonly lateAt: WallHour;
  readonly isToTheMinute: boolean;
}

/** Days of these hourly counts that are known: NaN is unknown. */
function knownDays(counts: Float64Array): number {
  let hours = 0;
  for (const count of counts) if (!Number.isNaN(count)) hours += 1;
  return Math.ceil(hours / HOURS_PER_DAY);
}

/**
 * Learns how long a stream is usually silent.
 *
 * @param days before the silence, in any order, without the days since
 * @returns undefined if the stream was seen on fewer than three days
 */
export function learnSilence(days: readonly TrainingDay[]): SilenceLaw | undefined {
  return lawOf(streamHistory(days));
}

/** The same as `learnSilence`, for days that are already joined in one piece. */
export function lawOf(history: StreamHistory | undefined): SilenceLaw | undefined {
  if (history === undefined || history.daysSeen < LEAST_DAYS) return undefined;
  const { gapWeights, ...occupancy } = learnOccupancy(history);
  const gaps = trainingGaps(history, gapWeights);
  const context = { hours: history.counts.length, share: occupancy.share };
  return {
    ...occupancy,
    daysSeen: history.daysSeen,
    limit: gapLimit(gaps, context, DAYS_OF_DEADLINE),
    lateLimit: gapLimit(gaps, context, DAYS_OF_LATE),
    longestGap: gaps.longest,
    daysLearned: knownDays(history.counts),
    job: learnJob(history),
    steady: learnSteady(history, occupancy),
    isOffice: isOffice(history),
  };
}

/** The end of the hour at which the weights exceed a limit; undefined if that takes too long. */
function exceed(
  { weights }: SilenceLaw,
  last: WallHour,
  limit: number,
  { isOff, like }: AwaitedHours,
): WallHour | undefined {
  let sum = 0;
  const first = Math.floor(last) + 1;
  let slot = slotOf(first);
  for (let hour = first; hour < first + LONGEST_WAIT; hour += 1) {
    const other = like?.(hour) ?? slot;
    if (!isOff(hour)) sum += Math.min(weights[slot] ?? 0, weights[other] ?? 0);
    if (sum > limit) return hour + 1;
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return undefined;
}

function steadyDue(
  { steady }: SilenceLaw,
  last: WallHour,
  hours: AwaitedHours,
  isExact: boolean,
): WallHour | undefined {
  if (steady === undefined) return undefined;
  // If only the hour is known, the last event may be anywhere in it, so the next hour must be over.
  const due = isExact ? last + STEADY_WAIT : Math.floor(last) + 2;
  const isSure = [last, last + 1, isExact ? due : last + 1].every(
    (hour) =>
      slotsOf(hour, hours).every((slot) => steady[slot] === 1) && !hours.isOff(Math.floor(hour)),
  );
  return isSure ? due : undefined;
}

/**
 * When a stream is overdue whose last event was at this time.
 *
 * @param last to the minute, or the beginning of the hour if only that is known
 * @param hours which hours do not count, or count as those of another day
 * @param isExact whether `last` is known to the minute
 * @returns undefined if the stream is too irregular
 */
export function deadlineAfter(
  law: SilenceLaw,
  last: WallHour,
  hours: AwaitedHours = ALL_HOURS,
  isExact = true,
): Deadline | undefined {
  const byGaps = exceed(law, last, law.limit, hours);
  const byJob = law.job === undefined ? undefined : jobDueAfter(law.job, last, hours);
  const byHour = Math.min(byGaps ?? Infinity, byJob ?? Infinity);
  const byMinute = steadyDue(law, last, hours, isExact) ?? Infinity;
  const at = Math.min(byHour, byMinute);
  if (at === Infinity) return undefined;
  const late = exceed(law, last, law.lateLimit, hours) ?? Infinity;
  return { at, lateAt: Math.min(at, late), isToTheMinute: isExact && byMinute < byHour };
}
