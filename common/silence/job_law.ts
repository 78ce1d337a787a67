import { greatest, least } from '../lists';
import { HOURS_PER_DAY } from '../time';
import { LEAST_DAYS } from '../waveform/hours';
import { LEAST_DAYS_FOR_OUTAGE } from './gap_limit';
import { type AwaitedHours, slotsOf } from './awaited_hours';
import type { StreamHistory } from './stream_history';
import { isWeekendSlot, slotOf, type WallHour } from './wall_hour';

// A local copy: without a bundler, an import through several modules is slow in a loop.
const HOURS = HOURS_PER_DAY;
/** A job is done after a few hours. Streams that are active longer are assessed by their gaps. */
const MOST_BUSY_HOURS = 8;
/** It begins within this many hours. */
const WIDEST_START = 4;
/** How long after its latest usual time it is still expected. */
const GRACE = 2;
/** A job has at least this many hours of the day without any event. */
export const LEAST_QUIET = 2;
const SHARE_ON_WEEKDAY = 0.9;

/** The days on which a job runs. */
export type JobDays = 'every day' | 'working days' | 'weekends' | number;

/** A stream that is active once in its period, within a few hours. */
export interface JobLaw {
  /** A weekday (0 = Sunday) if it runs once a week. */
  readonly days: JobDays;
  /** The clock hour at which its day begins: in the middle of its silence. */
  readonly dayStart: number;
  /** The latest usual clock hour at which it begins, in hours after `dayStart`. */
  readonly latest: number;
  /** From `latest` to when it is overdue, in hours. */
  readonly grace: number;
  /** It was once missing on this many of its days in a row. */
  readonly misses: number;
}

interface JobDay {
  readonly weekday: number;
  /** Hours after the start of the day; undefined without any event. */
  readonly first: number | undefined;
  readonly busy: number;
  readonly begin: WallHour;
}

/** The clock hour at which the longest silence of the folded day ends; undefined without one. */
function startOfDay({ from, counts }: StreamHistory): number | undefined {
  const busy = new Uint8Array(HOURS);
  let quiet = HOURS;
  for (let at = 0, hour = from % HOURS; at < counts.length; at += 1) {
    if ((counts[at] ?? 0) > 0 && busy[hour] === 0) {
      busy[hour] = 1;
      quiet -= 1;
      if (quiet < LEAST_QUIET) return undefined;
    }
    hour = hour === HOURS - 1 ? 0 : hour + 1;
  }
  let longest = 0;
  let end = 0;
  for (let at = 0, run = 0; at < 2 * HOURS; at += 1) {
    run = busy[at % HOURS] === 1 ? 0 : run + 1;
    if (run > longest) {
      longest = run;
      end = at;
    }
  }
  if (longest < LEAST_QUIET || longest >= HOURS) return undefined;
  // Its day begins in the middle of the silence: a job that comes early belongs to the same day.
  return (end - Math.floor(longest / 2) + HOURS) % HOURS;
}

/** The weekday of a job's day: that of its middle, near which it runs. */
function weekdayAt(start: WallHour): number {
  return Math.floor(slotOf(start + HOURS / 2) / HOURS);
}

function jobDays({ from, counts }: StreamHistory, start: number): JobDay[] {
  const days: JobDay[] = [];
  const offset = (((from - start) % HOURS) + HOURS) % HOURS;
  for (let begin = -offset; begin < counts.length; begin += HOURS) {
    let first: number | undefined;
    let busy = 0;
    let known = 0;
    for (let hour = 0; hour < HOURS; hour += 1) {
      const count = counts[begin + hour] ?? 0;
      if (!Number.isNaN(count)) known += 1;
      if (!(count > 0)) continue;
      if (first === undefined) first = hour;
      busy += 1;
    }
    if (first === undefined && known < HOURS) continue;
    days.push({ weekday: weekdayAt(from + begin), first, busy, begin: from + begin });
  }
  return days;
}

function isOf(days: JobDays, weekday: number): boolean {
  if (typeof days === 'number') return weekday === days;
  if (days === 'every day') return true;
  return isWeekendSlot(weekday * HOURS) === (days === 'weekends');
}

/**
 * How many days in a row may pass without the job; undefined if it is not a job.
 *
 * @param all also the days that are none of the job: an event on one of them ends an outage
 * @param isTrusted whether people called it expected that the job did not run
 */
function missesOf(
  all: readonly JobDay[],
  kind: JobDays,
  isTrusted: (day: JobDay) => boolean,
): number | undefined {
  const runs: number[] = [];
  let run = 0;
  let due = 0;
  let isTaught = false;
  for (const day of all) {
    const isDue = isOf(kind, day.weekday);
    if (isDue) due += 1;
    if (day.first !== undefined && run > 0) {
      runs.push(run);
      run = 0;
    }
    if (isDue && day.first === undefined) {
      run += 1;
      if (isTrusted(day)) isTaught = true;
    }
  }
  const missed = runs.reduce((sum, length) => sum + length, 0);
  const longest = greatest([0, ...runs]);
  // A single earlier outage does not count, unless people called it expected.
  const isOutage = runs.length === 1 && longest > 1 && !isTaught;
  if (isOutage && due - missed >= LEAST_DAYS_FOR_OUTAGE) return 0;
  return missed * 6 > due ? undefined : longest;
}

function lawOn(
  kind: JobDays,
  all: readonly JobDay[],
  dayStart: number,
  trusted: ReadonlySet<WallHour>,
): JobLaw | undefined {
  const days = all.filter(({ weekday }) => isOf(kind, weekday));
  const spoken = days.flatMap(({ first }) => first ?? []);
  if (spoken.length < LEAST_DAYS) return undefined;
  const latest = greatest(spoken);
  const earliest = least(spoken);
  const isTrusted = ({ begin }: JobDay): boolean => {
    for (let hour = earliest; hour <= latest; hour += 1) if (trusted.has(begin + hour)) return true;
    return false;
  };
  const misses = missesOf(all, kind, isTrusted);
  if (misses === undefined) return undefined;
  const onOthers = all.filter(({ weekday, busy }) => busy > 0 && !isOf(kind, weekday)).length;
  if (onOthers > (1 - SHARE_ON_WEEKDAY) * (onOthers + spoken.length)) return undefined;
  const spread = latest - earliest;
  const busy = days.reduce((sum, day) => sum + day.busy, 0) / spoken.length;
  if (spread >= WIDEST_START || busy > MOST_BUSY_HOURS) return undefined;
  return { days: kind, dayStart, latest, grace: GRACE + Math.max(0, spread - 1), misses };
}

/** A first Saturday or Sunday that is quiet is not a missed job. */
function kindsOf(days: readonly JobDay[]): JobDays[] {
  const seen = new Set(days.map(({ weekday }) => weekday));
  const single = Array.from({ length: 7 }, (_, weekday) => weekday);
  const wide: JobDays[] = seen.has(0) && seen.has(6) ? ['every day'] : [];
  return [...wide, 'working days', 'weekends', ...single];
}

/** The law of a stream that is active once a day, once a working day, or once a week. */
export function learnJob(history: StreamHistory): JobLaw | undefined {
  const start = startOfDay(history);
  if (start === undefined) return undefined;
  const days = jobDays(history, start);
  for (const kind of kindsOf(days)) {
    const law = lawOn(kind, days, start, history.trusted);
    if (law !== undefined) return law;
  }
  return undefined;
}

/** After this many days that do not count, nothing is expected any more. */
const MOST_DAYS = 60;

/**
 * When a job is overdue that was last active at this hour.
 *
 * @param hours which hours do not count, or count as those of another day
 */
export function jobDueAfter(job: JobLaw, last: WallHour, hours: AwaitedHours): WallHour {
  let start = Math.floor((Math.floor(last) - job.dayStart) / HOURS) * HOURS + job.dayStart;
  for (let missed = 0, day = 0; missed <= job.misses && day < MOST_DAYS; day += 1) {
    start += HOURS;
    const weekdays = slotsOf(start + HOURS / 2, hours).map((slot) => Math.floor(slot / HOURS));
    const isDue = weekdays.every((weekday) => isOf(job.days, weekday));
    if (isDue && !hours.isOff(start + job.latest)) missed += 1;
  }
  return start + job.latest + job.grace;
}
