import { daysBetween } from '../../../../common/time/day';
import type { SeriesCase } from '../../../../common/waveform/hours/series_case';

const TRAINING_DAYS = 31;

/** A known count of one training day at some hour. */
export interface Sample {
  readonly day: string;
  readonly count: number;
}

/** The known counts of the training days at an hour. */
export function samplesAt({ day, training }: SeriesCase, hour: number): Sample[] {
  return training.flatMap((trained) => {
    const age = daysBetween(trained.day, day);
    const count = trained.counts[hour] ?? null;
    if (age < 1 || age > TRAINING_DAYS || count === null) return [];
    return [{ day: trained.day, count }];
  });
}
