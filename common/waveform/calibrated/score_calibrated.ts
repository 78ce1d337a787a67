import { HOURS_PER_DAY } from '../../time';
import type { SeriesCase } from '../hours';
import type { TrainingSettings } from '../../settings';
import {
  isQuiet,
  mayBeNewLevel,
  outInBoth,
  withoutJudgments,
  withoutRareJudged,
} from './without_judged';
import {
  type LaidOutCase,
  learnAndScore,
  learnInRoom,
  learnedHours,
  learnLaidOut,
  type NotScored,
} from './learned_day';
import type { LearnedSeries } from './learn_series';
import type { TrainingTable } from './training_table';
import type { OtherReading, ShiftedReading } from './readings/other_day';
import {
  isLoud,
  scoreLearned,
  type OtherScored,
  type Scored,
  type ScoredDay,
} from './score_learned';

const { abs, min } = Math;

/** The result of the calibrated method for a series on a day, before any threshold is applied. */
export type CalibratedScore = NotScored | Scored;

/** How far apart two shifts may be of which one is by about so many hours. */
const MOST_APART = 2;

function hoursApart(one: ShiftedReading, other: ShiftedReading): number {
  const apart = abs(one.hours - other.hours);
  return min(apart, HOURS_PER_DAY - apart);
}

/**
 * The reading of a day without the judged counts, if the one with them says the same; else undefined.
 * Shifts by about as many hours are one, and then no number of hours is sure.
 */
function sameReading(cleaned: OtherReading, learned: OtherReading): OtherReading | undefined {
  if (cleaned.kind !== 'shifted' || learned.kind !== 'shifted') {
    return cleaned.kind === learned.kind ? cleaned : undefined;
  }
  const isAbout = cleaned.isAbout || learned.isAbout;
  const most = isAbout ? MOST_APART : 0;
  return hoursApart(cleaned, learned) <= most ? { ...cleaned, isAbout } : undefined;
}

/**
 * A day read otherwise. That it may be is asked without the judged counts, which may have stayed away.
 * Then an hour stands out only if it does with them as well: when the day is read the same way, or else
 * as it is.
 *
 * @param own the day as it is, with the judged counts
 */
function otherInBoth(
  own: ScoredDay,
  learned: OtherScored | undefined,
  cleaned: OtherScored | undefined,
): OtherScored | undefined {
  if (cleaned === undefined) return undefined;
  const reading = learned && sameReading(cleaned.reading, learned.reading);
  return learned !== undefined && reading !== undefined
    ? outInBoth({ ...learned, reading }, cleaned)
    : outInBoth(cleaned, own);
}

/** A score in which an hour stands out only if it does under another table of the same days as well. */
function scoredInBoth(
  score: Scored,
  counts: Float64Array,
  weekday: number,
  table: TrainingTable,
): Scored {
  const hours = learnedHours(counts, table, weekday);
  const otherwise = scoreLearned(hours, weekday, learnInRoom(table));
  const own = outInBoth(score.own, otherwise.own);
  const other = isQuiet(own) ? undefined : otherInBoth(own, score.other, otherwise.other);
  return { ...score, own, other };
}

/**
 * Scores a day; what people judged expected makes no hour stand out that is usual without it. Nor does
 * it keep a level from being learned: a day that is out as a whole is so without any judgment as well.
 */
function scoreJudged(counts: Float64Array, weekday: number, learned: LearnedSeries): Scored {
  const score = scoreLearned(counts, weekday, learned);
  const { table } = learned;
  if (table.trusted === undefined || isQuiet(score.own)) return score;
  const both = scoredInBoth(score, counts, weekday, withoutRareJudged(table, weekday));
  if (!mayBeNewLevel(both.own, table)) return both;
  return scoredInBoth(both, counts, weekday, withoutJudgments(table));
}

/**
 * Scores the hours of a series on one day, compared with what its training days lead to expect.
 *
 * A day with at most one training day of its class cannot be compared with them. Then only a
 * stretch without any event is scored, of a series that never paused.
 *
 * @param training how many days before the tested one are learned from, and which are the weekend
 * @param isTested hours of the day that may be assessed
 */
export function scoreCalibrated(
  seriesCase: SeriesCase,
  training: TrainingSettings,
  isTested: (hour: number) => boolean,
): CalibratedScore {
  return learnAndScore(seriesCase, training, isTested, scoreJudged);
}

/**
 * The same, but undefined for a day of which no hour reaches the lowest threshold. That is faster
 * to find out.
 */
export function scoreIfLoud(
  seriesCase: SeriesCase,
  training: TrainingSettings,
  isTested: (hour: number) => boolean,
): CalibratedScore | undefined {
  return learnAndScore(seriesCase, training, isTested, (counts, weekday, learned) =>
    isLoud(counts, weekday, learned) ? scoreJudged(counts, weekday, learned) : undefined,
  );
}

/**
 * Whether no hour of a day reaches the lowest threshold, so that no threshold finds anything: known for a
 * series that is laid out, without making a result of it.
 *
 * @returns false where that is not sure, too
 */
export function isSurelyQuiet(laidOut: LaidOutCase): boolean {
  const learned = learnLaidOut(laidOut);
  return learned !== undefined && !isLoud(laidOut.counts, laidOut.weekday, learned);
}

/**
 * The same as `isSurelyQuiet`, with the score of a series that is not quiet: it is learned once for both.
 *
 * @returns undefined if neither is known
 */
export function scoreLaidOut(laidOut: LaidOutCase): CalibratedScore | 'quiet' | undefined {
  const learned = learnLaidOut(laidOut);
  if (learned === undefined) return undefined;
  const { counts, weekday } = laidOut;
  return isLoud(counts, weekday, learned) ? scoreJudged(counts, weekday, learned) : 'quiet';
}
