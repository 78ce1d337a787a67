import type { Detected } from '../../../../common/waveform/detect_case';
import { ascending, percentileOfSorted } from '../../../../common/waveform/hours/percentile';
import type { SeriesCase } from '../../../../common/waveform/hours/series_case';
import { samplesAt } from './hour_samples';

const LIMIT = 3.5;
/** Makes the median absolute deviation of normal numbers their standard deviation. */
const TO_DEVIATION = 1.4826;

function median(values: readonly number[]): number {
  return percentileOfSorted(ascending(values), 50);
}

/**
 * What many write first: the same hour of the days before, its median and median absolute deviation
 * (no less than Poisson noise), and a limit of 3.5 deviations.
 */
export function detectByMedian(seriesCase: SeriesCase): Detected {
  const assessed = seriesCase.counts.map((count, hour) => {
    const counts = samplesAt(seriesCase, hour).map((sample) => sample.count);
    if (count === null || counts.length === 0) return { hour, score: 0, isHigh: false };
    const middle = median(counts);
    const spread = TO_DEVIATION * median(counts.map((value) => Math.abs(value - middle)));
    const deviation = Math.max(spread, Math.sqrt(Math.max(middle, 1)));
    return { hour, score: Math.abs(count - middle) / deviation, isHigh: count > middle };
  });
  return {
    scores: assessed.map(({ score }) => score),
    flags: assessed
      .filter(({ score }) => score > LIMIT)
      .map(({ hour, score, isHigh }) => ({ hour, score, direction: isHigh ? 'high' : 'low' })),
  };
}
