import type { DayColumn } from '../../time';

/** Adjacent hours as one stretch: from the beginning of the first to the end of the last. */
export interface HourStretch {
  /** First wall-clock hour, 0 to 23. */
  readonly from: number;
  /** The hour at which it ends, 1 to 24. */
  readonly to: number;
}

/** How long the hours of a day last, in hours: 0 for one that the clock skips. All last an hour if absent. */
export type Lengths = readonly Pick<DayColumn, 'length'>[];

function isSkipped(columns: Lengths, hour: number): boolean {
  return columns[hour]?.length === 0;
}

/**
 * Joins adjacent hours into stretches. No time passes in an hour that the clock skips, so a stretch
 * continues across it.
 *
 * @param hours wall-clock hours, ascending
 */
export function hourStretches(hours: readonly number[], columns: Lengths = []): HourStretch[] {
  const stretches: HourStretch[] = [];
  for (const hour of hours) {
    const last = stretches[stretches.length - 1];
    let end = last?.to ?? hour;
    while (end < hour && isSkipped(columns, end)) end += 1;
    if (last !== undefined && end === hour)
      stretches[stretches.length - 1] = { ...last, to: hour + 1 };
    else stretches.push({ from: hour, to: hour + 1 });
  }
  return stretches;
}

/** How many hours of a stretch the clock shows. */
export function hoursIn({ from, to }: HourStretch, columns: Lengths): number {
  let hours = 0;
  for (let hour = from; hour < to; hour += 1) if (!isSkipped(columns, hour)) hours += 1;
  return hours;
}

/** Counts of a day in which an hour that the clock skips adds nothing to a sum. */
export function withoutSkipped<Count extends number | null>(
  counts: readonly Count[],
  columns: Lengths,
): readonly (Count | 0)[] {
  if (!columns.some(({ length }) => length === 0)) return counts;
  return counts.map((count, hour) => (isSkipped(columns, hour) ? 0 : count));
}
