import { z } from 'zod';
import { hour, number } from '../basics/parts';

export const DAYS_OF_MONTH = 31;

/** Index of a day among the 31; the first is 0. */
const place = z
  .number()
  .int()
  .min(0)
  .max(DAYS_OF_MONTH - 1);

/** Day, hour, distance from the usual count in units (negative when below), and whether flagged. */
export const monthMarks = z
  .array(z.tuple([place, hour, number, z.boolean()]))
  .max(DAYS_OF_MONTH * 24);

/** Day, first hour and hour after the last of each stretch in which a series was silent. */
export const silentHours = z
  .array(z.tuple([place, hour, z.number().int().min(1).max(24)]))
  .max(DAYS_OF_MONTH * 12);
