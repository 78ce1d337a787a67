import type { Day } from '../time';

/** What the days of a calendar mean. */
export const CALENDAR_MEANINGS = ['like_sunday', 'not_assessed', 'not_learned_from'] as const;
export type CalendarMeaning = (typeof CALENDAR_MEANINGS)[number];

/** One day of a calendar, with one of its meanings. */
export interface CalendarDay {
  readonly day: Day;
  readonly means: CalendarMeaning;
  /** Null for all sources. */
  readonly sources: readonly string[] | null;
  /** Hours of the wall clock, ascending; null for the whole day. */
  readonly hours: readonly number[] | null;
  /** The name of the event, or of its calendar. */
  readonly name: string;
}

/** Whether a day of a calendar applies to a source. */
export function isDayOf({ sources }: Pick<CalendarDay, 'sources'>, source: string): boolean {
  return sources === null || sources.includes(source);
}

/**
 * The part of calendar days that decides findings. Two lists are equal exactly if their effect is
 * the same.
 */
export function decisiveDays(days: readonly CalendarDay[]): unknown[] {
  const parts = days.map(({ day, means, sources, hours }) => ({
    day,
    means,
    sources: sources === null ? null : [...sources].sort(),
    hours,
  }));
  const byText = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}
