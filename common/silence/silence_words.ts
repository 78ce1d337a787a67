import { HOURS_PER_DAY } from '../time';
import { amountWords, clockWords, pluralWords, weekdayWords } from '../waveform/words';
import { type JobDays, type JobLaw } from './job_law';
import type { QuietTogether } from './like_sunday';
import type { SilenceLaw } from './silence_law';
import { isWeekendSlot } from './wall_hour';

const MINUTES_PER_HOUR = 60;

/** A length of time: "3 days 18 hours", "5 hours", "55 minutes". */
export function lengthWords(hours: number): string {
  // Less than a second is a rounding error.
  const minutes = Math.floor(hours * MINUTES_PER_HOUR + 0.01);
  if (minutes < MINUTES_PER_HOUR) return pluralWords(minutes, 'minute');
  const whole = Math.floor(minutes / MINUTES_PER_HOUR);
  const days = Math.floor(whole / HOURS_PER_DAY);
  const rest = whole % HOURS_PER_DAY;
  if (days === 0) return pluralWords(rest, 'hour');
  const ofDays = pluralWords(days, 'day');
  return rest === 0 ? ofDays : `${ofDays} ${pluralWords(rest, 'hour')}`;
}

function daysWords(days: JobDays): string {
  if (typeof days === 'number') return `once a week, on ${weekdayWords(days)}s`;
  if (days === 'every day') return 'once a day';
  return days === 'working days' ? 'once a working day' : 'once a day on weekends';
}

function jobWords({ days, dayStart, latest }: JobLaw): string {
  return `${daysWords(days)}, by ${clockWords(((dayStart + latest) % HOURS_PER_DAY) + 1)} at the latest`;
}

/** Mean events an hour in the hours of working days or weekends that have any. */
function rateIn({ usual, weights }: SilenceLaw, isWeekend: boolean): number {
  let sum = 0;
  let hours = 0;
  for (let slot = 0; slot < usual.length; slot += 1) {
    if (isWeekendSlot(slot) !== isWeekend || (weights[slot] ?? 0) < Math.LN2) continue;
    sum += usual[slot] ?? 0;
    hours += 1;
  }
  return hours === 0 ? 0 : sum / hours;
}

/**
 * How active a stream usually is: "12 an hour on working days", "once a day, by 03:00 at the
 * latest".
 */
export function usualWords(law: SilenceLaw): string {
  if (law.job !== undefined) return jobWords(law.job);
  const [working, weekend] = [rateIn(law, false), rateIn(law, true)];
  const perDay = law.usual.reduce((sum, count) => sum + count, 0) / 7;
  if (working === 0 && weekend === 0) return `${amountWords(perDay)} a day`;
  if (law.isOffice || weekend === 0) return `${amountWords(working)} an hour on working days`;
  if (working === 0) return `${amountWords(weekend)} an hour on weekends`;
  return `${amountWords((5 * working + 2 * weekend) / 7)} an hour`;
}

/**
 * The longest gap between two events in the training days. With hourly counts it is known to within
 * two hours: without an empty hour it is shorter than two.
 */
export function longestGapWords({
  longestGap,
  daysLearned,
}: Pick<SilenceLaw, 'longestGap' | 'daysLearned'>): string {
  return `less than ${lengthWords(longestGap + 2)} in ${pluralWords(daysLearned, 'day')}`;
}

/** "quiet like a Sunday, as are 9 of 11 office sources". */
export function likeSundayWords({ quiet, of }: QuietTogether): string {
  return `quiet like a Sunday, as are ${quiet} of ${of} office sources`;
}
