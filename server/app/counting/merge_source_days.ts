import { HourTable, type SourceDay } from '../../../common/waveform/hours';

/** Adds up the counts of several groups of indices for the same source and day. */
export function mergeSourceDays(first: SourceDay, others: readonly SourceDay[]): SourceDay {
  if (others.length === 0) return first;
  const series = new HourTable(first.series.size);
  for (const day of [first, ...others]) {
    for (const [subtype, hours] of day.series) series.addHours(subtype, hours);
  }
  series.trim();
  const sum = (of: (day: SourceDay) => number): number =>
    others.reduce((total, other) => total + of(other), of(first));
  return {
    ...first,
    series,
    documents: sum(({ documents }) => documents),
    without_subtype: sum(({ without_subtype }) => without_subtype),
  };
}
