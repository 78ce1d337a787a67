import { MS_PER_MINUTE } from '../../common/time';
import type { Moment } from './stream';

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const two = (number: number): string => String(number).padStart(2, '0');
const monthOf = (date: Date): string => MONTHS[date.getUTCMonth()] ?? MONTHS[0];
const clockOf = (date: Date): string => date.toISOString().slice(11, 19);

/** `Apr  1 15:02:19`, as RFC 3164 has it: local time without year and zone. */
export function bsdTime({ wallClock }: Moment): string {
  const date = new Date(wallClock);
  return `${monthOf(date)} ${String(date.getUTCDate()).padStart(2)} ${clockOf(date)}`;
}

/** `2015 Apr 01 15:02:19`, as the second line of an alert of OSSEC has it. */
export function ossecTime({ wallClock }: Moment): string {
  const date = new Date(wallClock);
  return `${date.getUTCFullYear()} ${monthOf(date)} ${two(date.getUTCDate())} ${clockOf(date)}`;
}

/**
 * `2015-04-01T15:02:19.003-04:00`: local time with its offset.
 *
 * @param colon what stands between hours and minutes of the offset; Wazuh and Suricata have nothing
 */
export function isoTime({ instant, wallClock }: Moment, colon = ''): string {
  const minutes = Math.round((wallClock - instant) / MS_PER_MINUTE);
  const sign = minutes < 0 ? '-' : '+';
  const offset = Math.abs(minutes);
  const zone = `${sign}${two(Math.floor(offset / 60))}${colon}${two(offset % 60)}`;
  return `${new Date(wallClock).toISOString().slice(0, -1)}${zone}`;
}
