import { type AnswerOf, getSeriesOfDay, getSilenceOfDay } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import type { ApiClient } from '../../basics';
import type { DayAnswer } from '../../rows';

export type SilenceOfDay = AnswerOf<typeof getSilenceOfDay>;

/** A day with what was silent on it. */
export interface DayWithSilence extends DayAnswer {
  /** Undefined where it is not known: the page of silence says why. */
  readonly silence?: SilenceOfDay | undefined;
}

/**
 * Asks for a day and for what was silent on it at the same time. Both come as one answer: what is
 * silent stands above the rows, and would push them down if it came later.
 *
 * @throws what the request for the day throws; the day is shown without what was silent
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
