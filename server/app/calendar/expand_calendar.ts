import type { CalendarDay, CalendarMeaning, PresentCalendar } from '../../../common/calendar';
import {
  addDays,
  type Day,
  dayAt,
  daysBetween,
  dayStartUtc,
  localDay,
  MS_PER_DAY,
} from '../../../common/time';
import { CalendarRefused } from './calendar_error';
import { type CalendarEvent, type CalendarTime, readEvents } from './read_events';
import { occurrencesOf, type Steps } from './recurrence';
import { instantOf, type WallTime } from './wall_time';

/** A calendar has at most this many days in the requested range. */
export const MOST_DAYS = 10_000;

/** The requested days, inclusive, in a zone. */
export interface AskedDays {
  readonly from: Day;
  readonly to: Day;
  readonly zone: string;
}

/** A day or some of its hours that an event covers. */
interface CoveredDay {
  readonly day: Day;
  readonly hours: readonly number[] | null;
  readonly name: string;
}

function instantAt({ wall, zone }: CalendarTime, asked: AskedDays): number {
  return instantOf(wall, zone ?? asked.zone);
}

/** Which of an event's occurrences a time refers to: by its instant, or by its day. */
function keyOf(time: CalendarTime, asked: AskedDays): string {
  return time.isDate ? `day ${time.wall}` : `at ${instantAt(time, asked)}`;
}

function dayOfWall(wall: WallTime): Day {
  return new Date(wall).toISOString().slice(0, 10);
}

/** The requested days of an event that lasts whole days. */
function wholeDays(event: CalendarEvent, wall: WallTime, { from, to }: AskedDays): CoveredDay[] {
  const days = Math.max(1, Math.round(event.length / MS_PER_DAY));
  const first = dayOfWall(Math.max(wall, dayStartUtc(from)));
  const last = dayOfWall(Math.min(wall + (days - 1) * MS_PER_DAY, dayStartUtc(to)));
  if (first > last) return [];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => ({
    day: addDays(first, index),
    hours: null,
    name: event.name,
  }));
}

/** The hours of a day that overlap a range of time; null for all. */
function touched(day: Day, zone: string, start: number, end: number): readonly number[] | null {
  const { columns } = localDay(day, zone);
  const hours = columns.flatMap(({ ranges }, hour) =>
    ranges.some(({ from, to }) => from < end && to > start) ? [hour] : [],
  );
  const all = columns.filter(({ ranges }) => ranges.length > 0).length;
  const isWhole = localDay(day, zone).from >= start && localDay(day, zone).to <= end;
  return isWhole && hours.length === all ? null : hours;
}

/** The requested hours of an event with times. */
function someHours(event: CalendarEvent, at: CalendarTime, asked: AskedDays): CoveredDay[] {
  const { from, to, zone } = asked;
  const start = instantAt(at, asked);
  // By the wall clock: an event from 22:00 to 06:00 ends at 06:00 even if the clock changes.
  const end = Math.max(start + 1, instantAt({ ...at, wall: at.wall + event.length }, asked));
  const [earliest, latest] = [localDay(from, zone).from, localDay(to, zone).to];
  if (end <= earliest || start >= latest) return [];
  const first = dayAt(Math.max(start, earliest), zone);
  const last = dayAt(Math.min(end, latest) - 1, zone);
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => {
    const day = addDays(first, index);
    return { day, hours: touched(day, zone, start, end), name: event.name };
  }).filter(({ hours }) => hours === null || hours.length > 0);
}

/** When an event takes place, without the occurrences that are left out or moved. */
function occurrences(
  event: CalendarEvent,
  replaced: ReadonlySet<string>,
  asked: AskedDays,
  steps: Steps,
): CalendarTime[] {
  const { start, name, rules } = event;
  const end = dayStartUtc(asked.to) + 3 * MS_PER_DAY;
  const span = { start: start.time, zone: start.zone ?? (start.isDate ? null : asked.zone), end };
  const walls = rules.flatMap((rule) => occurrencesOf(rule, name, span, steps));
  const recurring = walls.map((wall) => ({ ...start, wall }));
  const isGone = new Set([...replaced, ...event.removed.map((time) => keyOf(time, asked))]);
  // Some programs identify an occurrence that is left out only by its day.
  const goneDays = new Set(
    event.removed.filter(({ isDate }) => isDate).map(({ wall }) => dayOfWall(wall)),
  );
  const all = new Map(
    [start, ...recurring, ...event.added].map((time) => [keyOf(time, asked), time]),
  );
  return [...all]
    .filter(([key, { wall }]) => !isGone.has(key) && !goneDays.has(dayOfWall(wall)))
    .map(([, time]) => time);
}

/** The requested days that the events of a file cover. */
function coveredDays(events: readonly CalendarEvent[], asked: AskedDays): CoveredDay[] {
  const steps: Steps = { taken: 0 };
  const replaced = new Map<string, Set<string>>();
  for (const { uid, replaces } of events) {
    if (replaces === null) continue;
    replaced.set(uid, (replaced.get(uid) ?? new Set()).add(keyOf(replaces, asked)));
  }
  const covered: CoveredDay[] = [];
  for (const event of events) {
    if (event.isCanceled) continue;
    const gone = event.replaces === null ? replaced.get(event.uid) : undefined;
    for (const time of occurrences(event, gone ?? new Set(), asked, steps)) {
      const days = time.isDate ? wholeDays(event, time.wall, asked) : someHours(event, time, asked);
      for (const day of days) covered.push(day);
      if (covered.length > MOST_DAYS) {
        throw new CalendarRefused(
          `the file has more than ${MOST_DAYS.toLocaleString('en-US')} days: remove old events`,
        );
      }
    }
  }
  return covered;
}

function withMeaning(
  { means, sources }: PresentCalendar,
  { day, hours, name }: CoveredDay,
): CalendarDay[] {
  return means
    .filter((one: CalendarMeaning) => one !== 'like_sunday' || hours === null)
    .map((one) => ({ day, means: one, sources, hours, name }));
}

function byDay(a: CalendarDay, b: CalendarDay): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/**
 * The days of a calendar, each with what it means.
 *
 * @param asked which days, and their zone: times without a zone are in it
 * @returns in the order of the days; `partial` are events that cover only some hours of days that
 * are to be like a Sunday, which is not possible
 * @throws CalendarRefused
 */
export function expandCalendar(
  calendar: PresentCalendar,
  asked: AskedDays,
): { readonly days: CalendarDay[]; readonly partial: readonly string[] } {
  const covered = coveredDays(readEvents(calendar.ics), asked);
  const days = covered.flatMap((day) => withMeaning(calendar, day)).sort(byDay);
  const isSunday = calendar.means.includes('like_sunday');
  const inPart = isSunday ? covered.filter(({ hours }) => hours !== null) : [];
  return { days, partial: [...new Set(inPart.map(({ name }) => name))] };
}
