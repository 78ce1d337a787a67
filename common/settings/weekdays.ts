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
