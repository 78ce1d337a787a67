import type { Settings } from '../settings';
import type { DayColumn } from '../time';
import {
  type Assessment,
  applyFloors,
  type SeriesCase,
  type SeriesContext,
  withholdNew,
} from './hours';
import { assessCalibrated, scoreSeries } from './calibrated';
import { assessTalk } from './talk';
/** What the settings say about assessing a series. */
export type AssessmentSettings = Pick<Settings, 'method' | 'talk' | 'calibrated' | 'training'>;

/**
 * Assesses one series on one day by the method that the settings name.
 *
 * @param columns the 24 columns of the tested day: an hour that the clock skips is not assessed
 * @param series what is known of the series beside its counts; the talk asks for its floors alone
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

/** A series on a day, to be assessed by any limit in place of that of the settings. */
export interface AtLimits {
  /** Whether no limit finds anything, so that none need be asked; false where that is not known. */
  readonly isQuiet: boolean;
  /** Whether what a limit finds is unusual: sooner than by assessing the day. */
  readonly isUnusual: (score_limit: number) => boolean;
  readonly assess: (score_limit: number) => Assessment;
}

/**
 * The same for any limit of the calibrated method: what takes long, learning and scoring, is done
 * once. Under the talk's method the limit changes nothing.
 */
export function assessAtLimits(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  settings: AssessmentSettings,
  series: SeriesContext = {},
): AtLimits {
  if (settings.method === 'talk') {
    const assessment = assessSeries(seriesCase, columns, settings, series);
    const isUnusual = (): boolean => assessment.state === 'unusual';
    return { isQuiet: false, isUnusual, assess: () => assessment };
  }
  const scored = scoreSeries(seriesCase, columns, settings.training, series);
  const floors = series.floors ?? {};
  const assess = (score_limit: number): Assessment => {
    const assessment = scored.assess({ ...settings.calibrated, score_limit });
    return applyFloors(withholdNew(assessment, series), floors);
  };
  const { isQuiet, isFlagged } = scored;
  const isDecided = isFlagged !== undefined && Object.keys(floors).length === 0;
  const isUnusual = (score_limit: number): boolean =>
    isDecided
      ? isFlagged({ ...settings.calibrated, score_limit })
      : assess(score_limit).state === 'unusual';
  return { isQuiet, isUnusual, assess };
}
