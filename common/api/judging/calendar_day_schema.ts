import { z } from 'zod';
import { CALENDAR_MEANINGS } from '../../calendar';
import { day, flaggedHours, name, sourceId } from '../basics/parts';

/** A day of a calendar with one of its meanings. */
export const calendarDaySchema = z.strictObject({
  day,
  means: z.enum(CALENDAR_MEANINGS),
  /** Null for all sources. */
  sources: z.array(sourceId).max(200).nullable(),
  /** Null for the whole day. */
  hours: flaggedHours.nullable(),
  name,
});
