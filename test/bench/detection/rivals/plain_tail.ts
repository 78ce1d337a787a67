import { weekdayOf } from '../../../../common/time/day';
import { countTail } from '../../../../common/waveform/calibrated/tails/count_tail';
import type { Detected } from '../../../../common/waveform/detect_case';
import type { SeriesCase } from '../../../../common/waveform/hours/series_case';
import { samplesAt, type Sample } from './hour_samples';

/** Once in 10,000 hours. */
const LIMIT = 4;
/** The hour of the day counts as so many days of the weekday. */
const PRIOR_DAYS = 3;
const LEAST_EXPECTED = 0.02;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The mean of the hour of the week, drawn toward that of the hour of the day. */
function expectedOn(samples: readonly Sample[], day: string): number {
  const ofDay = sumOf(samples.map(({ count }) => count)) / Math.max(1, samples.length);
  const alike = samples.filter((sample) => weekdayOf(sample.day) === weekdayOf(day));
  const sum = sumOf(alike.map(({ count }) => count)) + PRIOR_DAYS * ofDay;
  return Math.max(LEAST_EXPECTED, sum / (alike.length + PRIOR_DAYS));
}

/** The spread α of the variance m + α·m², by moments over all hours of the training days. */
function spreadOf(hours: readonly (readonly Sample[])[]): number {
  let [excess, squares] = [0, 0];
  for (const samples of hours) {
    for (const { day, count } of samples) {
      const mean = expectedOn(
        samples.filter((sample) => sample.day !== day),
        day,
      );
      excess += (count - mean) ** 2 - mean;
      squares += mean * mean;
    }
  }
  return squares === 0 ? 0 : Math.max(0, excess / squares);
}

/**
 * The negative-binomial tail of the hour of the week and nothing else: no days that are alike, no
 * windows, no attacks taken out. The tail itself is that of the calibrated method, so that what
 * differs is the method.
 */
export function detectByPlainTail(seriesCase: SeriesCase): Detected {
  const hours = seriesCase.counts.map((_, hour) => samplesAt(seriesCase, hour));
  const spread = spreadOf(hours);
  const assessed = seriesCase.counts.map((count, hour) => {
    if (count === null) return { hour, score: 0, isHigh: false };
    const mean = expectedOn(hours[hour] ?? [], seriesCase.day);
    const { surprisal, isHigh } = countTail(count, mean, mean + spread * mean * mean);
    return { hour, score: surprisal, isHigh };
  });
  return {
    scores: assessed.map(({ score }) => score),
    flags: assessed
      .filter(({ score }) => score >= LIMIT)
      .map(({ hour, score, isHigh }) => ({ hour, score, direction: isHigh ? 'high' : 'low' })),
  };
}
