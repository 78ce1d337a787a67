import { HOURS_PER_DAY } from '../../../../common/time';
import type { SourceDay } from '../../../../common/waveform/hours';
import { hoursUntilLast, meanHours } from './alike_days';
import {
  isReplaced,
  LEAST_EXPECTED,
  LEAST_HOURS,
  sumOf,
  type SuspectedHours,
} from './vanished_field';

/** In so many hours before, documents must not come without the field in the same number. */
const HOURS_BEFORE = 3;

/** Series that may go on without the field that they are counted by. */
export interface LostSeries {
  /** In the order of their subtypes. */
  readonly subtypes: readonly string[];
  /** The hour from which they have no event, 0 to 23: of the first of them. */
  readonly from: number;
  /** Documents that came without the field since. */
  readonly documents: number;
}

/** Series that have no event from the same hour on, and what is expected of them from then on. */
interface Ended {
  readonly subtypes: string[];
  readonly expected: number[];
}

/** By the hour from which series that should have events have none, for two hours at least. */
function endedSeries(
  counts: SourceDay,
  alike: readonly SourceDay[],
  over: SuspectedHours['over'],
): ReadonlyMap<number, Ended> {
  const ended = new Map<number, Ended>();
  const subtypes = new Set<string>();
  for (const { series } of alike) for (const subtype of series.keys()) subtypes.add(subtype);
  for (const subtype of subtypes) {
    const from = hoursUntilLast(counts.series.get(subtype) ?? []);
    if (sumOf(over.slice(from)) < LEAST_HOURS) continue;
    const mean = meanHours(alike, ({ series }) => series.get(subtype));
    const due = mean.map((events, hour) => (hour < from || over[hour] === 0 ? 0 : events));
    if (sumOf(due) < LEAST_EXPECTED) continue;
    const none = { subtypes: [], expected: new Array<number>(HOURS_PER_DAY).fill(0) };
    const together: Ended = ended.get(from) ?? none;
    together.subtypes.push(subtype);
    due.forEach(
      (events, hour) => (together.expected[hour] = (together.expected[hour] ?? 0) + events),
    );
    ended.set(from, together);
  }
  return ended;
}

/** Whether any series may have lost the field: which documents came without it is not looked at. */
export function haveSomeEnded(
  counts: SourceDay,
  alike: readonly SourceDay[],
  over: SuspectedHours['over'],
): boolean {
  return endedSeries(counts, alike, over).size > 0;
}

type Hours = Pick<SuspectedHours, 'without' | 'usualWithout' | 'over'>;

/** How many more documents come without the field in an hour than in those shortly before. */
function riseAt(from: number, { without, usualWithout }: Hours): number {
  // The field may have been lost within the hour before.
  const before = without.slice(Math.max(0, from - 1 - HOURS_BEFORE), Math.max(0, from - 1));
  const mean = before.length === 0 ? (usualWithout[from] ?? 0) : sumOf(before) / before.length;
  return (without[from] ?? 0) - mean;
}

/** Whether documents without the field begin to come when the series end, and in their number. */
function isTaken(from: number, { expected }: Ended, hours: Hours): boolean {
  const rise = riseAt(from, hours);
  if (rise <= 0 || rise < (expected[from] ?? 0) / 2) return false;
  const found = new Array<number>(HOURS_PER_DAY).fill(0);
  return isReplaced({ ...hours, found, expected, from });
}

/**
 * Series that ended, while from the same hour on about as many documents came without the field, in
 * addition to the usual ones: their shipper may have changed. Documents without the field do not say
 * of which series they are, so the series may be silent as well.
 *
 * @param alike days to compare with, at least one
 * @returns undefined if there are none
 */
export function lostSeries(
  counts: SourceDay,
  alike: readonly SourceDay[],
  hours: Hours,
): LostSeries | undefined {
  const taken = [...endedSeries(counts, alike, hours.over)].filter(([from, ended]) =>
    isTaken(from, ended, hours),
  );
  if (taken.length === 0) return undefined;
  const from = taken.reduce((first, [hour]) => Math.min(first, hour), HOURS_PER_DAY);
  return {
    subtypes: taken.flatMap(([, { subtypes }]) => subtypes).sort(),
    from,
    documents: sumOf(hours.without.slice(from)),
  };
}
