import { type CalendarDay as CalendarEntry, isDayOf } from '../../../../../common/calendar';
import { type Day, localDay, HOURS_PER_DAY } from '../../../../../common/time';
import type { Hours, SeriesAnswer } from '../model/series_view';

/** The role of a day of the calendar in the verdict. */
export type DayUse =
  /** It decided. */
  | 'used'
  /** It is learned from, but others decided. */
  | 'other'
  /** The reader has left it out. */
  | 'omitted'
  /** A calendar has it left out. */
  | 'calendar'
  /** Nothing is known about it. */
  | 'unknown';

/** A training day as the calendar shows it. */
export interface CalendarDay {
  readonly day: Day;
  readonly counts: Hours;
  readonly use: DayUse;
  /** Why nothing is known; null if something is. */
  readonly reason: string | null;
  /** What calendars say of it. */
  readonly calendar: readonly CalendarEntry[];
  /** Hours of the day: 23 or 25 if the clock changes. */
  readonly length: number;
  /** Lengths of its 24 hours. */
  readonly lengths: readonly number[];
}

function lengthsOf(day: Day, zone: string): number[] {
  return localDay(day, zone).columns.map(({ length }) => length);
}

/** Whether a calendar leaves out the whole day. */
function isLeftOut({ means, hours }: CalendarEntry): boolean {
  return means === 'not_learned_from' && hours === null;
}

function useOf(
  day: Day,
  unknown: string | null,
  calendar: readonly CalendarEntry[],
  omitted: readonly Day[],
  basis: readonly Day[],
): DayUse {
  if (omitted.includes(day)) return 'omitted';
  if (unknown !== null) return 'unknown';
  if (calendar.some(isLeftOut)) return 'calendar';
  return basis.includes(day) ? 'used' : 'other';
}

/** The training days, oldest first, and the role of each in the verdict. */
export function calendarDays(
  { head, row, training, calendar }: SeriesAnswer,
  omitted: readonly Day[],
  basis: readonly Day[],
): CalendarDay[] {
  const dated = calendar.filter((one) => isDayOf(one, row.source));
  return training.map(({ day, counts, unknown }) => {
    const lengths = lengthsOf(day, head.zone);
    const own = dated.filter((one) => one.day === day);
    return {
      day,
      counts,
      use: useOf(day, unknown, own, omitted, basis),
      reason: unknown,
      calendar: own,
      length: lengths.reduce((sum, length) => sum + length, 0),
      lengths,
    };
  });
}

/** The highest count of all days, which is the height of every frame of the calendar. */
export function calendarTop({ row, training }: SeriesAnswer): number {
  const all = [...row.today, ...training.flatMap(({ counts }) => counts)];
  return all.reduce<number>((top, count) => Math.max(top, count ?? 0), 1);
}

/** Whether a day has the usual number of hours. */
export function isOrdinary({ length }: Pick<CalendarDay, 'length'>): boolean {
  return length === HOURS_PER_DAY;
}
