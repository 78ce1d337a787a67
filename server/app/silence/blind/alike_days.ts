import { HOURS_PER_DAY, weekdayOf } from '../../../../common/time';
import type { SourceDay } from '../../../../common/waveform/hours';

/** So many days of the same weekday are enough to be compared with. */
const LEAST_ALIKE = 3;

/** The days of the same weekday if there are enough of them, else all. */
export function alikeDays(
  days: readonly SourceDay[],
  { day }: Pick<SourceDay, 'day'>,
): readonly SourceDay[] {
  const weekday = weekdayOf(day);
  const same = days.filter((other) => weekdayOf(other.day) === weekday);
  return same.length >= LEAST_ALIKE ? same : days;
}

/** Events in each hour of a mean day. @param hoursOf those of a day; undefined if it has none */
export function meanHours(
  days: readonly SourceDay[],
  hoursOf: (day: SourceDay) => readonly number[] | undefined,
): number[] {
  const sums = new Array<number>(HOURS_PER_DAY).fill(0);
  for (const day of days) {
    hoursOf(day)?.forEach((events, hour) => (sums[hour] = (sums[hour] ?? 0) + events));
  }
  return sums.map((events) => events / days.length);
}

/** The hour after the last one with events; 0 if there is none. */
export function hoursUntilLast(events: readonly number[]): number {
  return events.reduce((last, count, hour) => (count > 0 ? hour + 1 : last), 0);
}
