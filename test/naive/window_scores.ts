import { countTail } from '../../common/waveform/calibrated/tails/count_tail';
import { varianceOf, type Noise } from '../../common/waveform/calibrated/noise';
import type { Togetherness } from '../../common/waveform/calibrated/windows/togetherness';
import { naiveConditional } from './conditional';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const LENGTHS = [1, 2, 3, 4, 6];

/** A window's score, worked out from the whole day. */
export interface NaiveWindow {
  readonly hours: readonly number[];
  readonly score: number;
  readonly excess: number;
}

/**
 * Every window of a day that is known whole, none left out: regression on the rest of the day by its
 * textbook formula, then the tail.
 */
export function naiveWindows(
  counts: readonly number[],
  expected: readonly number[],
  noise: Noise,
  { day, near, fade }: Togetherness,
): NaiveWindow[] {
  const deviation = expected.map((usual, hour) => Math.sqrt(varianceOf(noise, usual, hour)));
  const z = counts.map((count, hour) =>
    Math.max(-2.5, Math.min(2.5, (count - (expected[hour] ?? 0)) / (deviation[hour] ?? 1))),
  );
  const correlation = (a: number, b: number): number =>
    a === b ? 1 : day + near * fade ** (Math.abs(a - b) - 1);
  const sumOver = (hours: readonly number[], of: (hour: number, at: number) => number): number =>
    hours.reduce((sum, hour, at) => sum + of(hour, at), 0);
  return LENGTHS.flatMap((length) =>
    HOURS.slice(0, 25 - length).map((from) => {
      const hours = HOURS.slice(from, from + length);
      const { means, covariance } = naiveConditional(correlation, z, hours);
      const usual = sumOver(hours, (hour) => expected[hour] ?? 0);
      const mean = sumOver(hours, (hour, at) => {
        const own = expected[hour] ?? 0;
        return Math.max(0.2 * own, own + (means[at] ?? 0) * (deviation[hour] ?? 0));
      });
      const variance = sumOver(hours, (a, row) =>
        sumOver(hours, (b, column) => {
          const shared = covariance[row * length + column] ?? 0;
          return shared * (deviation[a] ?? 0) * (deviation[b] ?? 0);
        }),
      );
      const count = sumOver(hours, (hour) => counts[hour] ?? 0);
      const { surprisal } = countTail(count, mean, (variance * mean) / usual);
      const penalty = length === 1 ? 0 : Math.log10(2 * length);
      return { hours, score: surprisal - penalty, excess: count - mean };
    }),
  );
}
