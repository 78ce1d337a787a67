import { z } from 'zod';
import { CALENDAR_MEANINGS, LARGEST_CALENDAR } from '../../calendar';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import {
  day,
  flaggedHours,
  instant,
  name,
  noBody,
  nothing,
  sourceId,
  whole,
} from '../basics/parts';

/** How many calendars can be in use at once. */
export const MOST_CALENDARS = 50;
/** How many of the days to come are listed. */
export const MOST_NEXT_DAYS = 10;

/** A file with one day off. */
const ICS_EXAMPLE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//Holidays//EN',
  'BEGIN:VEVENT',
  'UID:good-friday-2015@example.org',
  'DTSTAMP:20150101T000000Z',
  'DTSTART;VALUE=DATE:20150403',
  'SUMMARY:Good Friday',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const calendarName = z.string().trim().min(1).max(100);
const means = z
  .array(z.enum(CALENDAR_MEANINGS))
  .min(1)
  .max(CALENDAR_MEANINGS.length)
  .meta({ example: ['not_assessed', 'not_learned_from'] });
const sources = z.array(sourceId).min(1).max(200).nullable();

const calendarSchema = z.strictObject({
  name: calendarName,
  /** What its days mean. */
  means,
  /** Null for all sources. */
  sources,
  author: name.nullable(),
  at: instant,
  /** The size of its file. */
  bytes: whole,
  /** How many days it has in the two years from today. */
  coming: whole,
  /** Its next days: whole days, or hours of the wall clock. */
  next: z.array(z.strictObject({ day, hours: flaggedHours.nullable(), name })).max(MOST_NEXT_DAYS),
  /** Why it is not used, if it can no longer be read; else null. */
  fault: z.string().max(1000).nullable(),
});
export type ApiCalendar = z.output<typeof calendarSchema>;

const calendarsSchema = z.strictObject({
  calendars: z.array(calendarSchema).max(MOST_CALENDARS),
});

/** The calendars in use, by name. */
export const getCalendars = defineEndpoint({
  id: 'getCalendars',
  method: 'get',
  path: `${API_ROOT}/calendars`,
  privilege: 'read',
  summary: 'The calendars, what their days mean, and their next days',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: calendarsSchema,
  status: 200,
  errors: ['forbidden_in_elasticsearch'],
});

/** Adds a calendar, or replaces the one with this name. The next run uses it. */
export const postCalendar = defineEndpoint({
  id: 'postCalendar',
  method: 'post',
  path: `${API_ROOT}/calendars`,
  privilege: 'manage',
  summary: 'Add a calendar as an ICS file, or replace the one of this name',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    name: calendarName,
    means,
    sources,
    /** The file (RFC 5545), at most 500 kB. */
    ics: z
      .string()
      .min(1)
      .max(LARGEST_CALENDAR, 'the file is too large: at most 500 kB, remove old events')
      .meta({ example: ICS_EXAMPLE }),
  }),
  answer: calendarsSchema,
  status: 200,
  errors: ['source_not_found', 'calendar_invalid', 'forbidden_in_elasticsearch'],
});

/** Removes a calendar. The next run does not use it. */
export const deleteCalendar = defineEndpoint({
  id: 'deleteCalendar',
  method: 'delete',
  path: `${API_ROOT}/calendars/{name}`,
  privilege: 'manage',
  summary: 'Remove a calendar',
  params: z.strictObject({ name: calendarName.meta({ example: 'holidays' }) }),
  query: nothing,
  body: noBody,
  answer: calendarsSchema,
  status: 200,
  errors: ['calendar_not_found', 'forbidden_in_elasticsearch'],
});
