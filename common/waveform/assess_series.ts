import type { Settings } from '../settings';
import type { DayColumn } from '../time';
import {
  type Assessment,
  applyFloors,
  type SeriesCase,
  type SeriesContext,
  withholdNew,
} from './hours';
import { assessCalibrated, type CalibratedScore, isFlagged, scoreSeries } from './calibrated';
import { assessTalk } from './talk';
/** The settings that decide how series are assessed. */
export type AssessmentSettings = Pick<Settings, 'method' | 'talk' | 'calibrated' | 'training'>;

/**
 * Assesses one series on one day by the method that the settings name.
 *
 * @param columns the 24 columns of the tested day; an hour that the clock skips is not assessed
 * @param series facts about the series other than its counts; the talk's method only uses its
 * minimums
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function assessSeries(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  settings: AssessmentSettings,
  series: SeriesContext = {},
): Assessment {
  const assessment =
    settings.method === 'talk'
      ? assessTalk(seriesCase, columns, settings)
      : assessCalibrated(seriesCase, columns, settings, series);
  return applyFloors(withholdNew(assessment, series), series.floors ?? {});
}

/** A series on a day, which can be assessed with any threshold instead of that of the settings. */
export interface AtLimits {
  /**
   * Whether no threshold finds anything, so that none need be tried; false if that is not known.
   */
  readonly isQuiet: boolean;
  /** Whether a threshold makes the day a finding. Faster than assessing it. */
  readonly isUnusual: IsUnusual;
  readonly assess: (score_limit: number) => Assessment;
}

/** Whether a threshold makes a series-day a finding. */
export type IsUnusual = (score_limit: number) => boolean;

/**
 * What thresholds make of a score that is known, if nothing but the score decides: no case of the series
 * is needed then.
 *
 * @returns undefined if minimums decide, too
 */
export function unusualByScore(
  score: CalibratedScore,
  { calibrated }: Pick<AssessmentSettings, 'calibrated'>,
  { floors = {} }: SeriesContext,
): IsUnusual | undefined {
  if (Object.keys(floors).length > 0) return undefined;
  return (score_limit) => isFlagged(score, { ...calibrated, score_limit });
}

/**
 * Assesses one series on one day as `assessSeries` does, with any threshold of the calibrated method: the
 * slow part, learning and scoring, is done once. Under the talk's method the threshold changes nothing.
 *
 * @param score that of the calibrated method, if it is known already
 */
export function assessAtLimits(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  settings: AssessmentSettings,
  series: SeriesContext = {},
  score?: CalibratedScore,
): AtLimits {
  if (settings.method === 'talk') {
    const assessment = assessSeries(seriesCase, columns, settings, series);
    const isUnusual = (): boolean => assessment.state === 'unusual';
    return { isQuiet: false, isUnusual, assess: () => assessment };
  }
  const scoring = score === undefined ? undefined : (): CalibratedScore => score;
  const scored = scoreSeries(seriesCase, columns, settings.training, series, scoring);
  const floors = series.floors ?? {};
  const assess = (score_limit: number): Assessment => {
    const assessment = scored.assess({ ...settings.calibrated, score_limit });
    return applyFloors(withholdNew(assessment, series), floors);
  };
  const { isQuiet, isFlagged: isFlaggedBy } = scored;
  const isDecided = isFlaggedBy !== undefined && Object.keys(floors).length === 0;
  const isUnusual = (score_limit: number): boolean =>
    isDecided
      ? isFlaggedBy({ ...settings.calibrated, score_limit })
      : assess(score_limit).state === 'unusual';
  return { isQuiet, isUnusual, assess };
}
