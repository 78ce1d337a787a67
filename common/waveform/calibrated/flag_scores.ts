import type { CalibratedSettings } from '../../settings';
import { HOURS_PER_DAY } from '../../time';
import type { SurprisingFlag, SeriesCase, SeriesContext } from '../hours';
import { rounded } from './tails/rounded';
import type { CalibratedScore, OtherScored, ScoredDay } from './score_calibrated';

const { abs, max } = Math;

/** Whether a series was never seen before, though its source was: no training days are days without it. */
export function isNeverSeen(
  { training }: SeriesCase,
  { source_days: days }: SeriesContext,
): boolean {
  if ((days ?? training.length) === 0) return false;
  return training.every(({ counts }) => counts.every((count) => (count ?? 0) === 0));
}

/** Applies the limit: hours whose score reaches it; none of a day that was not scored. */
export function flagScores(
  day: ScoredDay | undefined,
  { score_limit: limit }: CalibratedSettings,
): SurprisingFlag[] {
  if (day === undefined) return [];
  const { scores, isHigh } = day;
  return scores.flatMap((score, hour) => {
    if (score === null || score < limit) return [];
    const direction = isHigh[hour] === true ? 'high' : 'low';
    return [{ hour, score, direction, surprise: rounded(score / limit) }];
  });
}

/** What a limit makes of a day: as it stands, or as it is read otherwise. */
export interface FlaggedDay {
  /** What the flags are against; undefined for a day that was not scored. */
  readonly day: ScoredDay | undefined;
  /** Ascending by hour. */
  readonly flags: readonly SurprisingFlag[];
  /** Whether all of it is usual once it is read otherwise: then the flags are those that showed it. */
  readonly isWholeDay: boolean;
  /** Whether it is ordinary when read so: then nothing is flagged. */
  readonly isOrdinary: boolean;
}

/** A Sunday with fewer events cannot be told from a silence. */
const TOLD_BY = 3;

/**
 * Whether a day that is usual once it is read otherwise is ordinary, too, and no finding: a working day
 * like a Sunday is a holiday, as long as its events and not their lack show it; and an hour is what
 * a change of the clock makes.
 */
function isOrdinaryReading({ reading, expected }: OtherScored, isWorkingDay: boolean): boolean {
  if (reading.kind === 'shifted') return abs(reading.hours) === 1;
  return isWorkingDay && expected.reduce((sum, count) => sum + count, 0) >= TOLD_BY;
}

/** Applies the limit to a day: where nothing stands out of it as it is read otherwise, it is one finding. */
export function flagDay(score: CalibratedScore, calibrated: CalibratedSettings): FlaggedDay {
  const plain = { isWholeDay: false, isOrdinary: false };
  if (score.kind !== 'scored') return { day: undefined, flags: [], ...plain };
  const { own, other, isWorkingDay } = score;
  const asItStands = flagScores(own, calibrated);
  if (asItStands.length === 0 || other === undefined) {
    return { day: own, flags: asItStands, ...plain };
  }
  const readOtherwise = flagScores(other, calibrated);
  if (readOtherwise.length > 0) return { day: other, flags: readOtherwise, ...plain };
  return isOrdinaryReading(other, isWorkingDay)
    ? { day: other, flags: [], isWholeDay: true, isOrdinary: true }
    : { day: own, flags: asItStands, isWholeDay: true, isOrdinary: false };
}

/**
 * Each hour with an event, for a series that was never seen: the limit of that test is one event.
 *
 * @param scored where there are training days enough to score, too: the stronger test counts
 */
export function flagNeverSeen(
  { counts, excused_hours: excused }: SeriesCase,
  isTested: (hour: number) => boolean,
  scored: ScoredDay | undefined,
  { score_limit: limit }: CalibratedSettings,
): SurprisingFlag[] {
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) => hour).flatMap((hour) => {
    if (!isTested(hour) || excused?.has(hour) === true || (counts[hour] ?? 0) <= 0) return [];
    const score = max(limit, scored?.scores[hour] ?? 0);
    return [{ hour, score, direction: 'high' as const, surprise: rounded(score / limit) }];
  });
}
