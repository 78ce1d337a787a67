import { HOURS_PER_DAY } from '../../common/time';

const meanOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0) / counts.length;

/** Mean and standard deviation of each hour over days that are alike. @param days 24 counts each */
export function usualHours(days: readonly (readonly number[])[]): {
  readonly usual: number[];
  readonly deviation: number[];
} {
  const at = (hour: number): number[] => days.map((counts) => counts[hour] ?? 0);
  const usual = Array.from({ length: HOURS_PER_DAY }, (_, hour) => meanOf(at(hour)));
  const deviation = usual.map((mean, hour) =>
    Math.sqrt(meanOf(at(hour).map((count) => (count - mean) ** 2))),
  );
  return { usual, deviation };
}
