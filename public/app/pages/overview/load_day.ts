import { type AnswerOf, getSeriesOfDay, getSilenceOfDay } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import type { ApiClient } from '../../basics';
import type { DayAnswer } from '../../rows';

export type SilenceOfDay = AnswerOf<typeof getSilenceOfDay>;

/** A day with what was silent on it. */
export interface DayWithSilence extends DayAnswer {
  /** Undefined if it is not known. The page of silences says why. */
  readonly silence?: SilenceOfDay | undefined;
}

/**
 * Requests a day and what was silent on it at the same time, as one answer: silences are above the
 * rows, and would push them down if they came later.
 *
 * @throws what the request for the day throws; the day is shown without the silences if only they
 * fail
 */
export async function loadDay(
  api: ApiClient,
  day: Day,
  signal: AbortSignal,
): Promise<DayWithSilence> {
  const parts = { params: { day } };
  const silence = api(getSilenceOfDay, parts, signal).catch(() => undefined);
  return { ...(await api(getSeriesOfDay, parts, signal)), silence: await silence };
}
