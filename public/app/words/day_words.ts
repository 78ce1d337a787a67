import { wallClockAt, weekdayOf, type Day, zoneOffsetAt } from '../../../common/time';
import {
  dateWords,
  momentWords as ownMomentWords,
  monthDayWords,
  weekdayWords,
} from '../../../common/waveform/words';
import { chosenMoment } from './formats';

const LAST_MINUTE_MS = 59 * 60000;

/** "Wednesday 1 April 2015". */
export function longDay(day: Day): string {
  return `${weekdayWords(weekdayOf(day))} ${dateWords(day)}`;
}

/** "Wednesday 1 April". */
export function weekdayAndDate(day: Day): string {
  return `${weekdayWords(weekdayOf(day))} ${monthDayWords(day)}`;
}

/** "1 Apr". */
export function shortDay(day: Day): string {
  const [date, month = ''] = monthDayWords(day).split(' ');
  return `${date} ${month.slice(0, 3)}`;
}

/** "15:03:11" on the wall clock of a zone. @param instant ISO 8601 */
export function clockTime(instant: string, zone: string): string {
  return wallClockAt(instant, zone).slice(11, 19);
}

/**
 * "2 April 06:02" on the wall clock of a zone, or in the reader's format. @param instant ISO 8601
 */
export function momentWords(instant: string, zone: string): string {
  const chosen = chosenMoment(instant, zoneOffsetAt(Date.parse(instant), zone));
  return chosen ?? ownMomentWords(instant, zone);
}

/** As `momentWords`, for an end: midnight is "24:00" of the day that ends. */
export function endWords(instant: string, zone: string): string {
  const words = momentWords(instant, zone);
  if (!words.endsWith(' 00:00') || chosenMoment(instant, 0) !== undefined) return words;
  const before = new Date(Date.parse(instant) - 1).toISOString();
  return `${monthDayWords(wallClockAt(before, zone).slice(0, 10))} 24:00`;
}

/**
 * "2 April 06:00–06:59" for an hour, or its two ends in the reader's format. @param from ISO 8601
 */
export function hourWords(from: string, zone: string): string {
  const to = new Date(Date.parse(from) + LAST_MINUTE_MS).toISOString();
  const [first, last] = [momentWords(from, zone), momentWords(to, zone)];
  const isChosen = chosenMoment(from, 0) !== undefined;
  return `${first}–${isChosen ? last : last.slice(-'06:59'.length)}`;
}

/** "UTC−4", "UTC+5:30", "UTC". @param minutes that the zone's clock is ahead of UTC */
export function offsetWords(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}
