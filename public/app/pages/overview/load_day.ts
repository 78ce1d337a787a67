import {
  type AnswerOf,
  getSeriesOfDay,
  getSettings,
  getSilenceOfDay,
} from '../../../../common/api';
import { type Day, dayAt } from '../../../../common/time';
import { type ApiClient, ApiFault } from '../../basics';
import type { DayAnswer } from '../../rows';

export type SilenceOfDay = AnswerOf<typeof getSilenceOfDay>;

/** A day with what was silent on it. */
export interface DayWithSilence extends DayAnswer {
  /** Undefined if it is not known. The page of silences says why. */
  readonly silence?: SilenceOfDay | undefined;
}

/** Whether a day has not begun in the zone of the settings, which is asked for only if need be. */
async function isAhead(api: ApiClient, day: Day, now: Date, signal: AbortSignal): Promise<boolean> {
  if (day < dayAt(now.getTime(), 'UTC')) return false;
  const { settings } = await api(getSettings, {}, signal);
  return day > dayAt(now.getTime(), settings.zone);
}

/**
 * Requests a day and what was silent on it at the same time, as one answer: silences are above the
 * rows, and would push them down if they came later.
 *
 * A day that has not begun is not requested: it has no result.
 *
 * @throws what the request for the day throws; the day is shown without the silences if only they
 * fail
 */
export async function loadDay(
  api: ApiClient,
  day: Day,
  now: Date,
  signal: AbortSignal,
): Promise<DayWithSilence> {
  if (await isAhead(api, day, now, signal)) {
    throw new ApiFault(404, 'day_not_analyzed', `${day} has not begun.`);
  }
  const parts = { params: { day } };
  const silence = api(getSilenceOfDay, parts, signal).catch(() => undefined);
  return { ...(await api(getSeriesOfDay, parts, signal)), silence: await silence };
}
