import type { TalkSettings } from '../../settings';
import { daysBetween, type Day } from '../../time';
import { weekdayIn, wholeDay, type SeriesCase } from '../hours';
import { compareDays } from './compare_days';
import { trainingWave } from './training_wave';

/** The result of the talk's method for a series on a day, before any threshold is applied. */
export type TalkScore =
  /**
   * Nothing to compare: the talk only looks at series with an event, on days that are known whole.
   * `unlearned_hours` if the series had events on its weekday, but only on days not known whole.
   */
  | {
      readonly kind: 'not_compared';
      readonly reason: 'no_events' | 'unknown_day' | 'unknown_hours' | 'unlearned_hours';
    }
  /** No training day of the same weekday has an event. */
  | { readonly kind: 'unseen'; readonly counts: readonly number[] }
  | {
      readonly kind: 'compared';
      readonly counts: readonly number[];
      /** The usual day, 24 counts, and the training days it comes from. */
      readonly wave: readonly number[];
      readonly days: readonly Day[];
      /** May be Infinity. */
      readonly difference: number;
      /** Share of the difference that each of the 24 hours carries. */
      readonly contributions: readonly number[];
    };

/** Whether a training day of the same weekday has an event, also if some of its hours are unknown. */
function wasSeen(seriesCase: SeriesCase, trainingDays: number): boolean {
  const weekday = weekdayIn(seriesCase, seriesCase.day);
  return seriesCase.training.some(({ day, counts }) => {
    const age = daysBetween(day, seriesCase.day);
    if (age < 1 || age > trainingDays || weekdayIn(seriesCase, day) !== weekday) return false;
    return counts.some((count) => (count ?? 0) > 0);
  });
}

/** Compares the tested day of a series with its usual day as the talk did. */
export function scoreTalk(
  seriesCase: SeriesCase,
  trainingDays: number,
  settings: TalkSettings,
): TalkScore {
  const counts = wholeDay(seriesCase.counts);
  if (counts === undefined) {
    const isAnyKnown = seriesCase.counts.some((count) => count !== null);
    return { kind: 'not_compared', reason: isAnyKnown ? 'unknown_hours' : 'unknown_day' };
  }
  if (counts.every((count) => count === 0)) return { kind: 'not_compared', reason: 'no_events' };
  const training = trainingWave(seriesCase, trainingDays, settings);
  if (training === undefined) {
    return wasSeen(seriesCase, trainingDays)
      ? { kind: 'not_compared', reason: 'unlearned_hours' }
      : { kind: 'unseen', counts };
  }
  const { wave, days } = training;
  const { difference, contributions } = compareDays(counts, wave, settings.depth);
  return { kind: 'compared', counts, wave, days, difference, contributions };
}
