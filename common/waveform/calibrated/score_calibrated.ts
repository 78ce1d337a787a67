import { weekdayOf, type Day } from '../../time/day';
import { HOURS_PER_DAY } from '../../time/local_day';
import type { Flag } from '../flagged_hours';
import type { SeriesCase } from '../series_case';
import { learnSeries, type LearntSeries } from './learn_series';
import { movedHours } from './moved_hours';
import { noisiness } from './noisy_signature';
import { readOtherwise, type OtherReading } from './other_day';
import { scoreDay, type HourScores } from './score_day';
import { trainingTable } from './training_table';
import { expectDay, kindOf } from './usual_day';

const { max } = Math;
const { isNaN: isUnknown } = Number;

/** With fewer training days nothing is judged but "new". */
export const LEAST_DAYS = 3;
/** Below this no limit lies: what costs time is left out there. */
const WORTH_A_SECOND_LOOK = 3;
const SIGNIFICANT_DIGITS = 9;

/** The scores of the 24 hours under one expectation. */
export interface ScoredDay {
  /** 24 scores, rounded to 9 significant digits; null for an hour that was not tested. */
  readonly scores: readonly (number | null)[];
  readonly isHigh: readonly boolean[];
  /** 24 counts expected. */
  readonly expected: readonly number[];
}

/** What the calibrated method finds out about a series on a day, before any limit is applied. */
export type CalibratedScore =
  /** Fewer than three training days, or no hour of the day known. */
  | {
      readonly kind: 'not_scored';
      readonly reason: 'few_days' | 'unknown_hours';
      readonly days: readonly Day[];
    }
  | {
      readonly kind: 'scored';
      readonly learnt: LearntSeries;
      /** The day as it stands. */
      readonly own: ScoredDay;
      /** The day read otherwise, where that makes it usual. */
      readonly other: (ScoredDay & { readonly reading: OtherReading }) | undefined;
    };

/** Numbers that agree between machines to the last digit that counts. */
export function rounded(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

function strongest({ scores }: HourScores): number {
  return scores.reduce((most, score) => max(most, score), 0);
}

/** Hours that stand out, whatever the limit. */
function standingOut({ scores, isHigh }: HourScores): Flag[] {
  return Array.from(scores, (score, hour) => ({ score, hour })).flatMap(({ score, hour }) =>
    score < WORTH_A_SECOND_LOOK
      ? []
      : [{ hour, score, direction: isHigh[hour] === true ? 'high' : 'low' }],
  );
}

function scoredDay(
  { scores, isHigh }: HourScores,
  counts: Float64Array,
  expected: Float64Array,
  divisor: number,
): ScoredDay {
  return {
    scores: Array.from(scores, (score, hour) =>
      isUnknown(counts[hour]) ? null : rounded(score / divisor),
    ),
    isHigh,
    expected: Array.from(expected, rounded),
  };
}

/**
 * Scores the hours of a series on one day against what its training days make one expect.
 *
 * @param trainingDays how many days before the tested one are learnt from
 * @param isTested hours of the day that may be judged
 */
export function scoreCalibrated(
  seriesCase: SeriesCase,
  trainingDays: number,
  isTested: (hour: number) => boolean,
): CalibratedScore {
  const table = trainingTable(seriesCase, trainingDays);
  const { days } = table;
  const counts = Float64Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    isTested(hour) ? (seriesCase.counts[hour] ?? NaN) : NaN,
  );
  if (counts.every(isUnknown)) return { kind: 'not_scored', reason: 'unknown_hours', days };
  if (days.length < LEAST_DAYS) return { kind: 'not_scored', reason: 'few_days', days };
  const learnt = learnSeries(table);
  const { cells, weights, noise, windows } = learnt;
  const weekday = weekdayOf(seriesCase.day);
  const expected = new Float64Array(HOURS_PER_DAY);
  expectDay(cells, weights, kindOf(weekday), undefined, expected, 0);
  const own = scoreDay({ counts, expected }, noise, windows);
  if (strongest(own) < WORTH_A_SECOND_LOOK) {
    return { kind: 'scored', learnt, own: scoredDay(own, counts, expected, 1), other: undefined };
  }
  const divisor = noisiness(learnt);
  const scoredOwn = scoredDay(own, counts, expected, divisor);
  const scoreOtherwise = (asExpected: Float64Array): HourScores =>
    scoreDay({ counts, expected: asExpected }, noise, windows);
  const day = { counts, expected };
  const movedBy = movedHours(standingOut(own), { counts, expected, noise })?.hours;
  const isUsual = (asExpected: Float64Array): boolean =>
    strongest(scoreOtherwise(asExpected)) < WORTH_A_SECOND_LOOK;
  const other = readOtherwise({ day, weekday, movedBy, isUsual }, learnt);
  if (other === undefined) return { kind: 'scored', learnt, own: scoredOwn, other };
  const scores = scoreOtherwise(other.expected);
  if (standingOut(scores).length >= standingOut(own).length) {
    return { kind: 'scored', learnt, own: scoredOwn, other: undefined };
  }
  const scoredOther = scoredDay(scores, counts, other.expected, divisor);
  return {
    kind: 'scored',
    learnt,
    own: scoredOwn,
    other: { ...scoredOther, reading: other.reading },
  };
}
