import { localDay, type Day, type TimeRange } from '../../../common/time';

/** The times of some wall-clock hours on some days, with adjacent hours joined. */
export function rangesAt(
  days: readonly Day[],
  zone: string,
  hours: readonly number[],
): TimeRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const day of days) {
    const { columns } = localDay(day, zone);
    for (const { from, to } of hours.flatMap((hour) => columns[hour]?.ranges ?? [])) {
      const last = ranges[ranges.length - 1];
      if (last?.to === from) last.to = to;
      else ranges.push({ from, to });
    }
  }
  return ranges;
}
