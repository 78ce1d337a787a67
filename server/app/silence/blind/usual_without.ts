import { type Day, HOURS_PER_DAY } from '../../../../common/time';
import { ascending, percentileOfSorted, type SourceDay } from '../../../../common/waveform/hours';
import type { Answer } from '../../counting';
import { sumOf } from './vanished_field';

/** So many days are asked for: with three of them, a burst on one does not count. */
const DAYS_ASKED = 3;
const MEDIAN = 50;

/** Documents of a day without the field, in each hour from 0 to 23. */
export type HoursWithout = (day: Day) => Promise<Answer<readonly number[]>>;

/** Whether the documents of a day are gone: kept counts outlive them. */
export function areGone(hours: readonly number[], counts: SourceDay): boolean {
  return sumOf(hours) < counts.without_subtype / 2;
}

/**
 * Documents that usually come without the field in each hour from 0 to 23: the median of the latest
 * days. They may come at work only.
 *
 * @param alike days to compare with
 * @returns undefined if no day can be asked for
 */
export async function usualHours(
  alike: readonly SourceDay[],
  hoursWithout: HoursWithout,
): Promise<number[] | undefined> {
  const latest = [...alike].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, DAYS_ASKED);
  const days: (readonly number[])[] = [];
  for (const counts of latest) {
    if (counts.without_subtype === 0) {
      days.push([]);
      continue;
    }
    const answer = await hoursWithout(counts.day);
    if (answer.state === 'known' && !areGone(answer.value, counts)) days.push(answer.value);
  }
  if (days.length === 0) return undefined;
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    percentileOfSorted(ascending(days.map((hours) => hours[hour] ?? 0)), MEDIAN),
  );
}
