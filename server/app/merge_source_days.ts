import type { SourceDay } from '../../common/waveform/source_day';

/** Adds up what several groups of indices hold of the same source and day. */
export function mergeSourceDays(first: SourceDay, others: readonly SourceDay[]): SourceDay {
  if (others.length === 0) return first;
  const series = new Map<string, readonly number[]>(first.series);
  for (const other of others) {
    for (const [subtype, hours] of other.series) {
      const sums = series.get(subtype);
      series.set(subtype, sums?.map((sum, hour) => sum + (hours[hour] ?? 0)) ?? hours);
    }
  }
  const sum = (of: (day: SourceDay) => number): number =>
    others.reduce((total, other) => total + of(other), of(first));
  return {
    ...first,
    series,
    documents: sum(({ documents }) => documents),
    without_subtype: sum(({ without_subtype }) => without_subtype),
  };
}
