import { LEAST_SCORE_LIMIT, type CalibratedSettings, type TrainingSettings } from '../../settings';
import { HOURS_PER_DAY, type DayColumn } from '../../time';
import {
  type Assessment,
  type Comparison,
  basisOf,
  findingStretches,
  flaggedHours,
  type SurprisingFlag,
  checkCase,
  type SeriesCase,
  type SeriesContext,
} from '../hours';
import { newSentence, pluralWords } from '../words';
import { ALL_HOURS, basisOfHours } from './basis';
import { flagDay, flagNeverSeen, isFlagged, isNeverSeen } from './flag_scores';
import { rounded } from './tails/rounded';
import { scoreCalibrated, scoreIfLoud, type CalibratedScore } from './score_calibrated';
import type { Scored, ScoredDay } from './score_learned';
import { usualRanges } from './noise';
import { hoursVerdict, wholeDaySentence, wholeDayVerdict, type AssessedDay } from './verdicts';

const { max } = Math;

/** What the calibrated method needs to know in addition to the counts. */
export interface CalibratedAssessmentSettings {
  readonly calibrated: CalibratedSettings;
  readonly training: TrainingSettings;
}

/** A series that was learned and scored on a day, which can be assessed with any threshold. */
export interface ScoredSeries {
  /** Whether not even the lowest threshold of the settings finds anything. */
  readonly isQuiet: boolean;
  /** Whether a threshold flags an hour; undefined if more than the threshold decides. */
  readonly isFlagged: ((calibrated: CalibratedSettings) => boolean) | undefined;
  readonly assess: (calibrated: CalibratedSettings) => Assessment;
}

/** The inputs of the assessment of a day. */
interface Asked {
  readonly seriesCase: SeriesCase;
  readonly columns: readonly DayColumn[];
  readonly series: SeriesContext;
}

const NOTHING_OF_THE_TALK = { difference: null, contribution: null } as const;

function maximum(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => max(most, value ?? 0), 0);
}

/** The day with what was expected. @param hours those that decide which days are named */
function compare(
  { learned }: Scored,
  day: ScoredDay,
  seriesCase: SeriesCase,
  limit: number,
  hours?: readonly number[],
): Comparison {
  const byHour = day.scores.map((score) => (score === null ? null : rounded(score / limit)));
  return {
    usual_day: day.expected,
    ranges: ALL_HOURS.map((hour) =>
      usualRanges(learned.noise, day.expected, { from: hour, to: hour + 1 }),
    ),
    ...basisOfHours(learned, seriesCase, hours),
    surprise: maximum(byHour),
    surprise_by_hour: byHour,
    ...NOTHING_OF_THE_TALK,
  };
}

const NOT_SCORED = {
  unlearned_hours: 'unknown in the same hours',
  few_days: 'not assessed',
  no_weekend_day: 'no weekend day yet',
  one_weekend_day: 'only one weekend day yet',
  no_working_day: 'no working day yet',
  one_working_day: 'only one working day yet',
  expected_hours: 'judged expected',
  calendar: 'left out by a calendar',
} as const;

function notScored({ days, reason }: Exclude<CalibratedScore, Scored>): Assessment {
  const inWords = pluralWords(days.length, 'day');
  return {
    usual_day: null,
    ranges: null,
    basis: reason === 'unknown_day' ? inWords : `${inWords}: ${NOT_SCORED[reason]}`,
    basis_days: days,
    surprise: null,
    surprise_by_hour: null,
    ...NOTHING_OF_THE_TALK,
    state: 'not_judged',
    reason,
  };
}

/** Inputs for the verdict on a day: its flags and what was expected of it. */
function assessedDay(
  { learned, other }: Scored,
  { expected, scores }: ScoredDay,
  flags: readonly SurprisingFlag[],
  basis_days: Comparison['basis_days'],
  { seriesCase, columns, series }: Asked,
): AssessedDay {
  const { counts } = seriesCase;
  const hours = ALL_HOURS.filter((hour) => (scores[hour] ?? null) !== null);
  // Of a day that is not over, nothing is expected yet in the hours to come.
  const ofHours = expected.map((usual, hour) => (hours.includes(hour) ? usual : 0));
  return {
    seriesCase,
    expected,
    hours,
    noise: learned.noise,
    week: learned.table.week,
    reading: other?.reading,
    flags,
    context: {
      counts,
      usualDay: expected,
      basis: basisOf(seriesCase, basis_days),
      columns,
      rangeOver: (stretch) => usualRanges(learned.noise, ofHours, stretch).inner,
    },
    series,
  };
}

function assessScored(score: Scored, asked: Asked, calibrated: CalibratedSettings): Assessment {
  const { own, other } = score;
  const { day = own, flags, isWholeDay, isOrdinary, except } = flagDay(score, calibrated);
  const limit = calibrated.score_limit;
  if (flags.length === 0) {
    const comparison = compare(score, day, asked.seriesCase, limit);
    if (!isOrdinary || other === undefined) return { ...comparison, state: 'usual' };
    // "Usually" refers to any other day of its kind.
    const assessed = assessedDay(score, own, flags, comparison.basis_days, asked);
    return { ...comparison, state: 'usual', like: wholeDaySentence(assessed, other.reading) };
  }
  const hours = flags.map(({ hour }) => hour);
  const comparison = compare(score, day, asked.seriesCase, limit, hours);
  const assessed = assessedDay(score, day, flags, comparison.basis_days, asked);
  const found =
    isWholeDay && other !== undefined
      ? wholeDayVerdict(assessed, other.reading, except)
      : hoursVerdict(assessed, except);
  return { ...comparison, state: 'unusual', ...found };
}

function assessNew(
  score: CalibratedScore,
  flags: readonly SurprisingFlag[],
  { seriesCase, columns, series }: Asked,
): Assessment {
  const { counts, training } = seriesCase;
  const days = score.kind === 'scored' ? score.learned.table.days : score.days;
  const context = { counts, usualDay: null, basis: [], columns };
  const flagged = flaggedHours(flags, context);
  const runs = findingStretches(flagged, context);
  const inWords = pluralWords(days.length, 'day');
  // Without its days it is only known in how many its source logged.
  const earlierDays = training.length === 0 ? (series.source_days ?? 0) : days.length;
  const surpriseAt = new Map(flags.map(({ hour, surprise }) => [hour, surprise]));
  const byHour = Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    counts[hour] === null ? null : (surpriseAt.get(hour) ?? 0),
  );
  return {
    usual_day: null,
    ranges: null,
    basis: inWords,
    basis_days: days,
    surprise: maximum(byHour),
    surprise_by_hour: byHour,
    ...NOTHING_OF_THE_TALK,
    state: 'unusual',
    verdict: 'new',
    flagged,
    runs,
    ratio: null,
    rank: null,
    shift: null,
    sentence: newSentence(runs, { days: earlierDays }, columns),
  };
}

function isBelowAllLimits(score: CalibratedScore): boolean {
  if (score.kind === 'not_scored') return true;
  return score.own.scores.every((one) => one === null || one < LEAST_SCORE_LIMIT);
}

/**
 * Learns and scores one series on one day by the calibrated method, to be assessed with any
 * threshold. Unknown hours are not assessed, the others are, so a day can be assessed before it is
 * over.
 *
 * @param columns the 24 columns of the tested day; an hour that the clock skips is not assessed
 * @param training how many days before the tested one are learned from, and which are the weekend
 * @param series facts about the series other than its counts
 * @param scoring `scoreCalibrated` if the day is assessed anyway
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function scoreSeries(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  training: TrainingSettings,
  series: SeriesContext,
  scoring: typeof scoreIfLoud = scoreIfLoud,
): ScoredSeries {
  checkCase(seriesCase);
  const isTested = (hour: number): boolean => (columns[hour]?.length ?? 0) > 0;
  const isNew = seriesCase.is_left_out !== true && isNeverSeen(seriesCase, series);
  let score = isNew ? undefined : scoring(seriesCase, training, isTested);
  const isQuiet = !isNew && (score === undefined || isBelowAllLimits(score));
  const assess = (calibrated: CalibratedSettings): Assessment => {
    if (score === undefined) score = scoreCalibrated(seriesCase, training, isTested);
    if (isNew) {
      const scored = score.kind === 'scored' ? score.own : undefined;
      const flags = flagNeverSeen(seriesCase, isTested, scored, calibrated);
      if (flags.length > 0) return assessNew(score, flags, { seriesCase, columns, series });
    }
    if (score.kind === 'not_scored') return notScored(score);
    return assessScored(score, { seriesCase, columns, series }, calibrated);
  };
  const loud = score;
  if (loud === undefined) return { isQuiet, isFlagged: undefined, assess };
  return { isQuiet, isFlagged: (by) => isFlagged(loud, by), assess };
}

/** Assesses one series on one day by the calibrated method; see `scoreSeries`. */
export function assessCalibrated(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  { calibrated, training }: CalibratedAssessmentSettings,
  series: SeriesContext,
): Assessment {
  return scoreSeries(seriesCase, columns, training, series, scoreCalibrated).assess(calibrated);
}
