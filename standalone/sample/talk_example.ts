import { DAYS_PER_WEEK } from '../../common/time';
import type { DrawEvents, SampleDay } from './stream';

/**
 * The talk's own day, hour by hour: syslog severity 5 on 1 April 2015. Nine in every hour from
 * regular events, and people's events in addition; 20 at 10:00 and 48 at 15:00 are unusual.
 */
const NINE = 9;
const TALK_DAY = [
  9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 20, 31, 8, 9, 9, 48, 9, 9, 9, 9, 9, 9, 9, 9,
] as const;

/** Four days whose mean is the talk's usual Wednesday, such as 27.5 at 11:00. */
const USUAL_DAYS = [
  [9, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 28, 9, 9, 24, 9, 9, 9, 9, 9, 9, 31, 9, 9],
  [9, 9, 9, 9, 8, 9, 9, 9, 9, 9, 24, 26, 9, 8, 9, 9, 9, 9, 9, 9, 20, 9, 9, 9],
  [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 31, 31, 9, 9, 27, 9, 9, 9, 9, 9, 9, 9, 9],
  [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 25, 9, 8, 9, 9, 9, 12, 9, 9, 19, 33, 9, 9],
] as const;

const MAINTENANCE_HOUR = 11;
const MAINTENANCE_EVENTS = 26;
const WORK = { from: 10, to: 22 };
const SESSION_CHANCE = 0.03;

/** The talk's counts of severity 5, if the day is one of its five. */
function talkCounts({ age }: SampleDay): readonly number[] | undefined {
  if (age === 0) return TALK_DAY;
  return age % DAYS_PER_WEEK === 0 ? USUAL_DAYS[age / DAYS_PER_WEEK - 1] : undefined;
}

const perLength = (counts: readonly number[], { lengths }: SampleDay): number[] =>
  lengths.map((length, hour) => Math.round((counts[hour] ?? 0) * length));

/** The regular events in severity 5: nine an hour, seldom eight. */
export const drawClockwork: DrawEvents = (random, day) => {
  const counts = talkCounts(day);
  const drawn = day.lengths.map(() => (random.uniform() < 0.03 ? NINE - 1 : NINE));
  return perLength(counts?.map((count) => Math.min(count, NINE)) ?? drawn, day);
};

/** What people do in severity 5: maintenance at 11:00, now and then a session at another hour. */
export const drawSessions: DrawEvents = (random, day) => {
  const counts = talkCounts(day);
  const drawn = day.lengths.map((_, hour) => {
    if (hour === MAINTENANCE_HOUR) return random.negativeBinomial(MAINTENANCE_EVENTS, 0.01);
    const isWork = hour >= WORK.from && hour < WORK.to;
    return isWork && random.uniform() < SESSION_CHANCE ? 4 + random.poisson(8) : 0;
  });
  return perLength(counts?.map((count) => Math.max(0, count - NINE)) ?? drawn, day);
};
