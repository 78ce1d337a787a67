import { dayStartUtc, weekdayOf, type Day } from '../../../common/time/day';
import { zoneOffsetAt } from '../../../common/time/zone';
import { weekdayWords } from '../../../common/waveform/words';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function dateOf(day: Day): { date: number; month: string; year: number } {
  const utc = new Date(dayStartUtc(day));
  return {
    date: utc.getUTCDate(),
    month: MONTHS[utc.getUTCMonth()] ?? '',
    year: utc.getUTCFullYear(),
  };
}

/** "Wednesday 1 April 2015". */
export function longDay(day: Day): string {
  const { date, month, year } = dateOf(day);
  return `${weekdayWords(weekdayOf(day))} ${date} ${month} ${year}`;
}

/** "Wednesday 1 April". */
export function weekdayAndDate(day: Day): string {
  const { date, month } = dateOf(day);
  return `${weekdayWords(weekdayOf(day))} ${date} ${month}`;
}

/** "1 April 2015". */
export function dateWords(day: Day): string {
  const { date, month, year } = dateOf(day);
  return `${date} ${month} ${year}`;
}

/** "1 Apr". */
export function shortDay(day: Day): string {
  const { date, month } = dateOf(day);
  return `${date} ${month.slice(0, 3)}`;
}

/** What the wall clock of a zone shows at an instant, as `2015-04-02T06:02:41.000Z`. */
function wallClockAt(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return new Date(at + zoneOffsetAt(at, zone)).toISOString();
}

/** "15:03:11" on the wall clock of a zone. @param instant ISO 8601 */
export function clockTime(instant: string, zone: string): string {
  return wallClockAt(instant, zone).slice(11, 19);
}

/** "2 April 06:02" on the wall clock of a zone. @param instant ISO 8601 */
export function momentWords(instant: string, zone: string): string {
  const wallClock = wallClockAt(instant, zone);
  const { date, month } = dateOf(wallClock.slice(0, 10));
  return `${date} ${month} ${wallClock.slice(11, 16)}`;
}

/** "UTC−4", "UTC+5:30", "UTC". @param minutes that the zone's clock is ahead of UTC */
export function offsetWords(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}
