import type { Client } from '../../elastic/client';
import { type ApiCalendar, ApiError, MOST_CALENDARS, MOST_NEXT_DAYS } from '../../../common/api';
import {
  CALENDAR_MEANINGS,
  type CalendarDay,
  type CalendarMark,
  type CalendarMeaning,
  calendarsInForce,
  LARGEST_CALENDAR,
  type PresentCalendar,
} from '../../../common/calendar';
import { dayAt } from '../../../common/time';
import { DEFAULT_SCOPE } from '../../app/basics';
import { CalendarRefused, expandCalendar, triedDays } from '../../app/calendar';
import { addMark, fetchCalendars } from '../../elastic/silence';
import { ensureMarks } from '../ensure_marks';
import type { Judging } from '../judging';

/** A calendar as a user adds it. */
export interface NewCalendar {
  readonly name: string;
  readonly means: readonly CalendarMeaning[];
  /** Null for all sources. */
  readonly sources: readonly string[] | null;
  readonly ics: string;
}

/** @param field which part of the calendar is at fault, if it is not the file */
function refused(message: string, field?: 'means'): ApiError {
  return new ApiError('calendar_invalid', message, field === undefined ? {} : { field });
}

/** The days of a calendar around today. */
function expandedNow(calendar: PresentCalendar, { settings: { zone }, now }: Judging) {
  const today = dayAt(now.getTime(), zone);
  return { today, ...expandCalendar(calendar, triedDays(now, zone)) };
}

/** @throws ApiError for a calendar that cannot be used, in a sentence */
function assertUsable(calendar: PresentCalendar, judging: Judging): void {
  try {
    const { partial } = expandedNow(calendar, judging);
    if (partial.length === 0) return;
    const names = partial.slice(0, 3).join(', ');
    throw refused(`only whole days can be like a Sunday, these have hours: ${names}`, 'means');
  } catch (error) {
    if (error instanceof CalendarRefused) throw refused(error.message);
    throw error;
  }
}

async function inForce(client: Client, signal: AbortSignal): Promise<PresentCalendar[]> {
  return calendarsInForce(await fetchCalendars(client, DEFAULT_SCOPE, signal));
}

function nextDays(days: readonly CalendarDay[], today: string): ApiCalendar['next'] {
  const once = new Map(
    days
      .filter(({ day }) => day >= today)
      .map(({ day, hours, name }) => [
        JSON.stringify([day, hours, name]),
        { day, hours: hours === null ? null : [...hours], name },
      ]),
  );
  return [...once.values()].slice(0, MOST_NEXT_DAYS);
}

function shown(calendar: PresentCalendar, judging: Judging): ApiCalendar {
  const { name, means, sources, author, at, ics } = calendar;
  const about = {
    name,
    means: [...means],
    sources: sources === null ? null : [...sources],
    author,
    at,
    bytes: Buffer.byteLength(ics),
  };
  try {
    const { days, today } = expandedNow(calendar, judging);
    const coming = new Set(days.map(({ day }) => day).filter((day) => day >= today));
    return { ...about, coming: coming.size, next: nextDays(days, today), fault: null };
  } catch (error) {
    if (!(error instanceof CalendarRefused)) throw error;
    return { ...about, coming: 0, next: [], fault: error.message };
  }
}

/**
 * The calendars in use, by name.
 *
 * @throws the client's errors
 */
export async function listCalendars(
  judging: Judging,
  signal: AbortSignal,
): Promise<{ calendars: ApiCalendar[] }> {
  const calendars = await inForce(judging.client, signal);
  return { calendars: calendars.slice(0, MOST_CALENDARS).map((one) => shown(one, judging)) };
}

async function keep(
  calendar: Pick<CalendarMark, 'name' | 'means' | 'sources' | 'ics'>,
  { client, author, now }: Judging,
  signal: AbortSignal,
): Promise<void> {
  const at = now.toISOString();
  await ensureMarks(client, signal);
  const mark = { version: 1, kind: 'calendar', scope: DEFAULT_SCOPE, ...calendar } as const;
  await addMark(client, { ...mark, author, at }, signal);
}

/**
 * Stores a calendar, replacing the one with its name.
 *
 * @throws ApiError for one that cannot be used, in a sentence; the client's errors
 */
export async function keepCalendar(
  given: NewCalendar,
  judging: Judging,
  signal: AbortSignal,
): Promise<void> {
  const { client, settings, author, now } = judging;
  const { name, sources, ics } = given;
  if (Buffer.byteLength(ics) > LARGEST_CALENDAR) {
    throw refused('the file is too large: at most 500 kB, remove old events');
  }
  const unknown = sources?.find((id) => !settings.sources.some((source) => source.id === id));
  if (unknown !== undefined) {
    throw new ApiError('source_not_found', `there is no source ${unknown} in the settings`);
  }
  const means = CALENDAR_MEANINGS.filter((one) => given.means.includes(one));
  const at = now.toISOString();
  const mark = { version: 1, kind: 'calendar', scope: DEFAULT_SCOPE, id: '', author, at } as const;
  const calendar = { name, means, sources: sources === null ? null : [...sources].sort(), ics };
  assertUsable({ ...mark, ...calendar }, judging);
  const others = (await inForce(client, signal)).filter((one) => one.name !== name);
  if (others.length >= MOST_CALENDARS) {
    throw refused(`there are ${MOST_CALENDARS} calendars already: remove one`);
  }
  await keep(calendar, judging, signal);
}

/**
 * Removes a calendar.
 *
 * @throws ApiError if no calendar has this name; the client's errors
 */
export async function removeCalendar(
  name: string,
  judging: Judging,
  signal: AbortSignal,
): Promise<void> {
  const found = (await inForce(judging.client, signal)).some((one) => one.name === name);
  if (!found) throw new ApiError('calendar_not_found', `there is no calendar ${name}`);
  await keep({ name, means: [], sources: null, ics: null }, judging, signal);
}
