import ICAL from 'ical.js';
import { MS_PER_DAY } from '../../../common/time';
import { CalendarRefused } from './calendar_error';
import { wallOf, type WallTime } from './wall_time';
import { zoneOf } from './zone_of';

/** A time in a calendar: by the wall clock of a zone, or a day in any zone. */
export interface CalendarTime {
  readonly wall: WallTime;
  readonly time: ICAL.Time;
  /** Null if the reader's clock is meant. */
  readonly zone: string | null;
  readonly isDate: boolean;
}

/** An event of a calendar, before it is expanded into days. */
export interface CalendarEvent {
  readonly uid: string;
  readonly name: string;
  readonly start: CalendarTime;
  /** By the wall clock, in milliseconds. */
  readonly length: number;
  readonly rules: readonly ICAL.Recur[];
  /** Occurrences in addition to those of the rules, and excluded ones. */
  readonly added: readonly CalendarTime[];
  readonly removed: readonly CalendarTime[];
  /** Which occurrence it replaces; null for the event itself. */
  readonly replaces: CalendarTime | null;
  readonly isCanceled: boolean;
}

/** The zone of a property: that of its text, UTC, or that of the whole calendar. */
function zoneOfProperty(property: ICAL.Property, time: ICAL.Time, whole: string | null) {
  if (time.isDate) return null;
  const tzid: unknown = property.getParameter('tzid');
  if (typeof tzid === 'string') return zoneOf(tzid);
  return time.zone?.tzid === 'UTC' ? 'UTC' : whole;
}

function timesOf(property: ICAL.Property, whole: string | null): CalendarTime[] {
  return property.getValues().map((value: unknown) => {
    const time = value instanceof ICAL.Period ? value.start : value;
    if (!(time instanceof ICAL.Time)) throw new CalendarRefused(`${property.name} is not a date`);
    const zone = zoneOfProperty(property, time, whole);
    return { wall: wallOf(time), time, zone, isDate: time.isDate };
  });
}

function oneTime(component: ICAL.Component, name: string, whole: string | null) {
  const property = component.getFirstProperty(name);
  return property === null ? undefined : timesOf(property, whole)[0];
}

function allTimes(component: ICAL.Component, name: string, whole: string | null) {
  return component.getAllProperties(name).flatMap((property) => timesOf(property, whole));
}

function lengthOf(
  component: ICAL.Component,
  start: CalendarTime,
  name: string,
  whole: string | null,
) {
  const end = oneTime(component, 'dtend', whole);
  if (end !== undefined) {
    if (end.isDate !== start.isDate || end.wall < start.wall) {
      throw new CalendarRefused(
        `${name} ends before it begins, or only one of both is a whole day`,
      );
    }
    return end.wall - start.wall;
  }
  const duration: unknown = component.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
  return start.isDate ? MS_PER_DAY : 0;
}

function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function eventOf(component: ICAL.Component, whole: string | null): CalendarEvent {
  const name = textOf(component, 'summary').trim().slice(0, 200) || 'an event without a name';
  const start = oneTime(component, 'dtstart', whole);
  if (start === undefined) throw new CalendarRefused(`${name} has no beginning (DTSTART)`);
  const recurrence = component.getFirstProperty('recurrence-id');
  if (recurrence !== null && recurrence.getParameter('range') !== undefined) {
    throw new CalendarRefused(
      `${name} changes all later occurrences (RANGE=THISANDFUTURE): end its rule, and add another event`,
    );
  }
  return {
    uid: textOf(component, 'uid'),
    name,
    start,
    length: Math.max(0, lengthOf(component, start, name, whole)),
    rules: component
      .getAllProperties('rrule')
      .flatMap((rule): unknown[] => rule.getValues())
      .filter((value: unknown): value is ICAL.Recur => value instanceof ICAL.Recur),
    added: allTimes(component, 'rdate', whole),
    removed: allTimes(component, 'exdate', whole),
    replaces: oneTime(component, 'recurrence-id', whole) ?? null,
    isCanceled: textOf(component, 'status').toUpperCase() === 'CANCELLED',
  };
}

function parsed(ics: string): ICAL.Component[] {
  try {
    const jcal: unknown = ICAL.parse(ics);
    const all = Array.isArray(jcal) && Array.isArray(jcal[0]) ? jcal : [jcal];
    return all.map((one: unknown[]) => new ICAL.Component(one));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CalendarRefused(`the file is not a calendar (RFC 5545): ${why.slice(0, 200)}`);
  }
}

/**
 * The events of an ICS file.
 *
 * @throws CalendarRefused for a text that is not a calendar, a calendar without events, and an
 * unknown zone
 */
export function readEvents(ics: string): CalendarEvent[] {
  const calendars = parsed(ics).filter(({ name }) => name === 'vcalendar');
  const events = calendars.flatMap((calendar) => {
    const given = textOf(calendar, 'x-wr-timezone');
    const whole = given === '' ? null : zoneOf(given);
    return calendar.getAllSubcomponents('vevent').map((event) => {
      try {
        return eventOf(event, whole);
      } catch (error) {
        if (error instanceof CalendarRefused) throw error;
        const why = error instanceof Error ? error.message : String(error);
        throw new CalendarRefused(`an event cannot be read: ${why.slice(0, 200)}`);
      }
    });
  });
  if (events.length === 0) throw new CalendarRefused('the file holds no event (VEVENT)');
  return events;
}
