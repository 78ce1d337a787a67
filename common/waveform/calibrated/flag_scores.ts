import type { CalibratedSettings } from '../../settings';
import { HOURS_PER_DAY } from '../../time';
import type { SurprisingFlag, SeriesCase, SeriesContext, TrainingDay } from '../hours';
import { rounded } from './tails/rounded';
import type { CalibratedScore } from './score_calibrated';
import type { OtherScored, ScoredDay } from './score_learned';

const { abs, max, min } = Math;

function isAnyKnown({ counts }: TrainingDay): boolean {
  return counts.some((count) => count !== null);
}

/**
 * Whether a series was never seen before although its source was: it had no event on its training
 * days, of which an hour is known, or, without any, on the days on which its source is known to have
 * logged.
 */
export function isNeverSeen(
  { training }: SeriesCase,
  { source_days: days }: SeriesContext,
): boolean {
  if (days === 0) return false;
  const isKnown = training.length === 0 ? days !== undefined : training.some(isAnyKnown);
  if (!isKnown) return false;
  return training.every(({ counts }) => counts.every((count) => (count ?? 0) === 0));
}

function directionOf({ isHigh }: ScoredDay, hour: number): SurprisingFlag['direction'] {
  return isHigh[hour] === true ? 'high' : 'low';
}

/** Applies the threshold: hours whose score reaches it; none of a day that was not scored. */
function flagScores(
  day: ScoredDay | undefined,
  { score_limit: limit }: CalibratedSettings,
): SurprisingFlag[] {
  if (day === undefined) return [];
  const { scores } = day;
  const flags: SurprisingFlag[] = [];
  for (let hour = 0; hour < scores.length; hour += 1) {
    const score = scores[hour] ?? null;
    if (score === null || score < limit) continue;
    flags.push({
      hour,
      score,
      direction: directionOf(day, hour),
      surprise: rounded(score / limit),
    });
  }
  return flags;
}

/** The result of a threshold on a day: as it is, or as it is read otherwise. */
export interface FlaggedDay {
  /** The expected counts that the flags refer to; undefined for a day that was not scored. */
  readonly day: ScoredDay | undefined;
  /** Ascending by hour. */
  readonly flags: readonly SurprisingFlag[];
  /**
   * Whether all of it is usual once it is read otherwise. Then the flags are those that showed it.
   */
  readonly isWholeDay: boolean;
  /** Whether it is ordinary when read that way. Then nothing is flagged. */
  readonly isOrdinary: boolean;
  /** Hours that stand out only when the day is read otherwise, not as it is. */
  readonly except: readonly number[];
}

/**
 * Whether a day that is usual once it is read otherwise is also ordinary, and no finding. A working
 * day like a Sunday is a holiday. If Sundays have no event, neither has such a day, and one series
 * cannot say whether it is an outage: the watch for silence can, since it sees the others. A shift
 * of an hour can be a change of the clock.
 */
function isOrdinaryReading({ reading }: OtherScored, isWorkingDay: boolean): boolean {
  return reading.kind === 'shifted' ? abs(reading.hours) === 1 : isWorkingDay;
}

/** The day read otherwise, where some hours stand out no more than on the day as it is. */
function asIfOwn(own: ScoredDay, other: ScoredDay, hours: readonly number[]): ScoredDay {
  const scores = other.scores.map((score, hour) =>
    score !== null && hours.includes(hour) ? min(score, own.scores[hour] ?? 0) : score,
  );
  return { ...other, scores };
}

/**
 * A day like one of the other class except at some hours. Hours that stand out in one direction for
 * both classes are flagged. The others are usual for the own class, or have a count between those of
 * both. If there are only such hours, and the other class has fewer events at them, they are flagged
 * as what they are for the own class. Else the hours that showed the reading are.
 *
 * @param asItStands the flags of the day as it is
 * @param readOtherwise its flags when it is read otherwise
 */
function flagExcept(
  own: ScoredDay,
  other: OtherScored,
  asItStands: readonly SurprisingFlag[],
  readOtherwise: readonly SurprisingFlag[],
): FlaggedDay {
  const isForBoth = ({ hour, direction }: SurprisingFlag): boolean =>
    asItStands.some((flag) => flag.hour === hour && flag.direction === direction);
  const forBoth = readOtherwise.filter(isForBoth);
  const between = readOtherwise.filter((flag) => !isForBoth(flag));
  const except = between.map(({ hour }) => hour);
  const plain = { isOrdinary: false, except };
  if (forBoth.length > 0) {
    const day = asIfOwn(own, other, except);
    return { day, flags: forBoth, isWholeDay: false, ...plain };
  }
  const isFewer = ({ hour }: SurprisingFlag): boolean =>
    (other.expected[hour] ?? 0) < (own.expected[hour] ?? 0);
  if (!between.every(isFewer)) return { day: own, flags: asItStands, isWholeDay: true, ...plain };
  const flags = between.map((flag) => ({ ...flag, direction: directionOf(own, flag.hour) }));
  return { day: { ...other, expected: own.expected }, flags, isWholeDay: true, ...plain };
}

/**
 * Applies the threshold to a day. If nothing stands out once the day is read otherwise, the day is
 * one finding.
 */
export function flagDay(score: CalibratedScore, calibrated: CalibratedSettings): FlaggedDay {
  const plain = { isWholeDay: false, isOrdinary: false, except: [] };
  if (score.kind !== 'scored') return { day: undefined, flags: [], ...plain };
  const { own, other, isWorkingDay } = score;
  const asItStands = flagScores(own, calibrated);
  if (asItStands.length === 0 || other === undefined) {
    return { day: own, flags: asItStands, ...plain };
  }
  const readOtherwise = flagScores(other, calibrated);
  if (readOtherwise.length > 0) {
    return other.reading.kind === 'other_class'
      ? flagExcept(own, other, asItStands, readOtherwise)
      : { day: other, flags: readOtherwise, ...plain };
  }
  return isOrdinaryReading(other, isWorkingDay)
    ? { day: other, flags: [], isWholeDay: true, isOrdinary: true, except: [] }
    : { day: own, flags: asItStands, isWholeDay: true, isOrdinary: false, except: [] };
}

/** Whether the threshold makes a day a finding: for that, the counts of the series are not needed. */
export function isFlagged(score: CalibratedScore, calibrated: CalibratedSettings): boolean {
  return flagDay(score, calibrated).flags.length > 0;
}

/**
 * Each hour with an event, for a series that was never seen. The threshold of that test is one
 * event.
 *
 * @param scored present if there are enough training days for scores; the stronger test counts
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
