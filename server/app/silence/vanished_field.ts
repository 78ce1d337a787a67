import { HOURS_PER_DAY } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';

/** From fewer documents that should be in series, nothing follows. */
const LEAST_EXPECTED = 3;
/** So much of what is expected in series came without the field instead. */
const LEAST_PART = 0.5;

/** A day on which documents may have lost their field, and what is usual. */
export interface SuspectedDay {
  readonly counts: SourceDay;
  /** How many of its hours are over, 0 to 24. */
  readonly over: number;
  /** Other days, on which documents had the field as usual. */
  readonly ordinary: readonly SourceDay[];
  /** Documents without the field on the ordinary day that had most of them. */
  readonly mostWithout: number;
}

function hourlyEvents({ series }: SourceDay): number[] {
  const events = new Array<number>(HOURS_PER_DAY).fill(0);
  for (const hours of series.values()) {
    hours.forEach((count, hour) => (events[hour] = (events[hour] ?? 0) + count));
  }
  return events;
}

/** The hour after the last one with events; 0 if there is none. */
function hoursUntilLast(events: readonly number[]): number {
  return events.reduce((last, count, hour) => (count > 0 ? hour + 1 : last), 0);
}

/**
 * The hour, 0 to 23, from which documents came without the field that they are counted by: no series
 * has an event from then on, though more documents than usual came without it, by at least half of
 * what is expected in these hours. How many came without it is only known of the whole day. If they
 * were fewer, the series have fallen silent.
 *
 * @returns undefined if the field did not vanish during the day
 */
export function vanishedFrom(day: SuspectedDay): number | undefined {
  const { counts, over, ordinary, mostWithout } = day;
  const excess = counts.without_subtype - mostWithout;
  // Adding up hours takes long, and most days have nothing that is unusual.
  if (excess < LEAST_EXPECTED) return undefined;
  const from = hoursUntilLast(hourlyEvents(counts));
  if (from >= over || ordinary.length === 0) return undefined;
  const all = ordinary.reduce(
    (sum, one) =>
      sum +
      hourlyEvents(one).reduce((of, n, hour) => of + (hour >= from && hour < over ? n : 0), 0),
    0,
  );
  const expected = all / ordinary.length;
  return expected >= LEAST_EXPECTED && excess >= LEAST_PART * expected ? from : undefined;
}
