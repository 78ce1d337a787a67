import { z } from 'zod';

/** The weekdays as the settings name them, Sunday first. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** Some weekdays, each named once. */
export const weekdaysSchema = z
  .array(z.enum(WEEKDAYS))
  .refine((days) => new Set(days).size === days.length, 'name each weekday once');

/**
 * The last day of a weekend, which a holiday resembles: 0 = Sunday, also if there is no weekend.
 */
export function lastWeekendDay(weekend: readonly Weekday[]): number {
  const isLast = (day: Weekday, place: number): boolean =>
    weekend.includes(day) && !weekend.includes(WEEKDAYS[(place + 1) % WEEKDAYS.length] ?? day);
  return Math.max(0, WEEKDAYS.findIndex(isLast));
}
