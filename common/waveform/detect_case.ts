import { z } from 'zod';
import { isDay, HOURS_PER_DAY } from '../time';
import type { AssessmentSettings } from './assess_series';
import { isNeverSeen, flagNeverSeen, flagScores, scoreCalibrated } from './calibrated';
import { checkCase, type SeriesCase, type Flag } from './hours';
import { flagTalk, scoreTalk } from './talk';
const day = z.string().refine(isDay, 'write the date as YYYY-MM-DD');
const counts = z.array(z.number().nullable()).length(24, 'a day has 24 counts');

/** A labeled or unlabeled case, as `logwave detect` reads them: one series on one day. */
export const detectCaseSchema = z.object({
  id: z.string(),
  date: day,
  test: counts,
  train: z.array(z.object({ date: day, counts })).max(1000),
});

export type DetectCase = z.infer<typeof detectCaseSchema>;

/** The case in the words of the core. */
export function seriesCaseOf(given: DetectCase): SeriesCase {
  return {
    day: given.date,
    counts: given.test,
    training: given.train.map(({ date, counts: trained }) => ({ day: date, counts: trained })),
  };
}

/** What a method says of a case. */
export interface Detected {
  /** Ascending by hour. */
  readonly flags: readonly Flag[];
  /** The score of each of the 24 hours, flagged or not; null for an hour that was not tested. */
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
): Detected {
  const isTested = (): boolean => true;
  const score = scoreCalibrated(seriesCase, training.days, isTested);
  // A day that moved or changed its kind as a whole is told as such: it flags no hour.
  const day = score.kind === 'scored' ? (score.other ?? score.own) : undefined;
  const flags = isNeverSeen(seriesCase, {})
    ? flagNeverSeen(seriesCase, isTested, day, calibrated)
    : flagScores(day, calibrated);
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
 * The hours that the method flags, and how strongly each stands out.
 *
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function detectCase(seriesCase: SeriesCase, settings: AssessmentSettings): Detected {
  checkCase(seriesCase);
  return settings.method === 'talk'
    ? detectTalk(seriesCase, settings)
    : detectCalibrated(seriesCase, settings);
}
