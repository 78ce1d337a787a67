import { z } from 'zod';
import { isDay } from '../time/day';
import type { JudgingSettings } from './assess_series';
import { checkCase, type SeriesCase } from './series_case';
import type { Flag } from './flagged_hours';
import { judgeTalk } from './talk/judge_talk';
import { scoreTalk } from './talk/score_talk';

const day = z.string().refine(isDay, 'write the date as YYYY-MM-DD');
const counts = z.array(z.number().nullable()).length(24, 'a day has 24 counts');

/** A labelled or unlabelled case, as `logwave detect` reads them: one series on one day. */
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

/**
 * The hours that the method flags, ascending.
 *
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function detectFlags(seriesCase: SeriesCase, settings: JudgingSettings): Flag[] {
  checkCase(seriesCase);
  return judgeTalk(scoreTalk(seriesCase, settings.training.days, settings.talk), settings.talk);
}
