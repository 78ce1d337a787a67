import { z } from 'zod';
import { isDay, HOURS_PER_DAY } from '../time';
import type { AssessmentSettings } from './assess_series';
import { isNeverSeen, flagDay, flagNeverSeen, scoreCalibrated } from './calibrated';
import { checkCase, type SeriesCase, type SeriesContext, type Flag } from './hours';
import { flagTalk, scoreTalk } from './talk';
const day = z.string().refine(isDay, 'write the date as YYYY-MM-DD');
const counts = z.array(z.number().nullable()).length(24, 'a day has 24 counts');

/** A labeled or unlabeled case, as `logwave detect` reads them: one series on one day. */
export const detectCaseSchema = z.object({
  id: z.string(),
  date: day,
  test: counts,
  train: z.array(z.object({ date: day, counts })).max(1000),
  /** Earlier days on which the source logged: the series had no events on this many of them. */
  source_days: z.number().int().min(0).max(1000).optional(),
});

export type DetectCase = z.infer<typeof detectCaseSchema>;

/** The case in the types of the core. */
export function seriesCaseOf(given: DetectCase): SeriesCase {
  return {
    day: given.date,
    counts: given.test,
    training: given.train.map(({ date, counts: trained }) => ({ day: date, counts: trained })),
  };
}

/** Facts in a case about the series other than its counts. */
export function contextOf({ source_days }: DetectCase): SeriesContext {
  return source_days === undefined ? {} : { source_days };
}

/** The result of a method for a case. */
export interface Detected {
  /** Ascending by hour. */
  readonly flags: readonly Flag[];
  /**
   * The score of each of the 24 hours, flagged or not; null for an hour that was not tested. The talk's
   * method gives 0 to all hours of a day that it does not compare.
   */
  readonly scores: readonly (number | null)[];
}

const NOTHING: Detected = { flags: [], scores: Array<null>(HOURS_PER_DAY).fill(null) };

function detectTalk(seriesCase: SeriesCase, { training, talk }: AssessmentSettings): Detected {
  const score = scoreTalk(seriesCase, training.days, talk);
  const flags = flagTalk(score, talk);
  if (score.kind === 'compared') return { flags, scores: score.contributions };
  const scores = Array.from(
    { length: HOURS_PER_DAY },
    (_, at) => flags.find(({ hour }) => hour === at)?.score ?? 0,
  );
  return { flags, scores };
}

function detectCalibrated(
  seriesCase: SeriesCase,
  { training, calibrated }: AssessmentSettings,
  series: SeriesContext,
): Detected {
  const isTested = (): boolean => true;
  const score = scoreCalibrated(seriesCase, training, isTested);
  const own = score.kind === 'scored' ? score.own : undefined;
  const found = isNeverSeen(seriesCase, series)
    ? { day: own, flags: flagNeverSeen(seriesCase, isTested, own, calibrated) }
    : flagDay(score, calibrated);
  const { day, flags } = found;
  const scores = (day?.scores ?? NOTHING.scores).map(
    (value, at) => flags.find(({ hour }) => hour === at)?.score ?? value,
  );
  return {
    flags: flags.map(({ hour, score: reached, direction }) => ({
      hour,
      score: reached,
      direction,
    })),
    scores,
  };
}

/**
 * The hours that the product would tag, and how strongly each stands out. A day that is read
 * otherwise as a whole has the hours that showed it.
 *
 * @param series facts about the series other than its counts
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function detectCase(
  seriesCase: SeriesCase,
  settings: AssessmentSettings,
  series: SeriesContext = {},
): Detected {
  checkCase(seriesCase);
  return settings.method === 'talk'
    ? detectTalk(seriesCase, settings)
    : detectCalibrated(seriesCase, settings, series);
}
