import type { CalibratedSettings } from '../../settings';
import { HOURS_PER_DAY } from '../../time';
import type { SurprisingFlag, SeriesCase, SeriesContext } from '../hours';
import { rounded } from './tails/rounded';
import type { CalibratedScore, ScoredDay } from './score_calibrated';

const { max } = Math;

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
}

/** Applies the limit to a day: where nothing stands out of it as it is read otherwise, it is one finding. */
export function flagDay(score: CalibratedScore, calibrated: CalibratedSettings): FlaggedDay {
  if (score.kind !== 'scored') return { day: undefined, flags: [], isWholeDay: false };
  const { own, other } = score;
  const asItStands = flagScores(own, calibrated);
  if (asItStands.length === 0 || other === undefined) {
    return { day: own, flags: asItStands, isWholeDay: false };
  }
  const readOtherwise = flagScores(other, calibrated);
  return readOtherwise.length === 0
    ? { day: own, flags: asItStands, isWholeDay: true }
    : { day: other, flags: readOtherwise, isWholeDay: false };
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
