import {
  deadlineAfter,
  dayOfWallHour,
  learnSilence,
  officeDay,
  quietTogether,
  type SilenceLaw,
  wallHourOf,
} from '../../../common/silence';
import { HOURS_PER_DAY } from '../../../common/time';
import type { Stream } from '../../generator/silence_streams';
import { type Fleet, TRAINING_DAYS } from './fleet';

/**
 * When a method says, of a stream that spoke last at a time, that it is silent: at the first look, one
 * each full hour, that is not before the deadline.
 *
 * @returns a wall-clock hour, Infinity for never
 */
export type Method = (stream: Stream, last: number) => number;

/** The first look at or after a time. */
export const lookAt = (time: number): number => Math.ceil(time - 1e-9);

export function fixedThreshold(hours: number): Method {
  return (_, last) => lookAt(last + hours);
}

function dayCounts({ from, counts }: Stream, start: number): number[] {
  return [...counts.subarray(start - from, start - from + HOURS_PER_DAY)];
}

/** The law before a day, learned from the 31 days before it. */
export function lawBefore(stream: Stream, dayStart: number): SilenceLaw | undefined {
  const first = Math.max(stream.from, dayStart - TRAINING_DAYS * HOURS_PER_DAY);
  const days = [];
  for (let start = first; start < dayStart; start += HOURS_PER_DAY) {
    days.push({ day: dayOfWallHour(start), counts: dayCounts(stream, start) });
  }
  return learnSilence(days);
}

/** Our method, which learns again each day and knows the other offices of the fleet. */
export function learnedDeadline(fleet: Fleet): Method {
  const laws = new Map<Stream, Map<number, SilenceLaw | undefined>>();
  const lawOf = (stream: Stream, dayStart: number): SilenceLaw | undefined => {
    const known = laws.get(stream) ?? new Map<number, SilenceLaw | undefined>();
    laws.set(stream, known);
    if (!known.has(dayStart)) known.set(dayStart, lawBefore(stream, dayStart));
    return known.get(dayStart);
  };
  const officesAt = (look: number): ReturnType<typeof quietTogether> => {
    const dayStart = Math.floor((look - 0.001) / HOURS_PER_DAY) * HOURS_PER_DAY;
    const days = fleet.streams.flatMap((stream) => {
      const law = lawOf(stream, dayStart);
      const hasEvents = (hour: number): boolean => (stream.counts[hour - stream.from] ?? 0) > 0;
      // The last look of a day is at midnight: it is still about that day.
      return law?.isOffice === true ? [officeDay(law, hasEvents, look)] : [];
    });
    return quietTogether(days);
  };
  return (stream, last) => {
    const law = lawOf(stream, wallHourOf(dayOfWallHour(last)));
    if (law === undefined) return Infinity;
    const off = new Set<number>();
    for (;;) {
      const due = deadlineAfter(law, last, {
        isOff: (hour) => off.has(Math.floor(hour / HOURS_PER_DAY)),
      });
      if (due === undefined) return Infinity;
      let look = lookAt(due.at);
      // The fleet is drawn up to its end: of later days nothing is known.
      if (!law.isOffice || look > fleet.testTo) return look;
      const day = Math.floor((look - 0.001) / HOURS_PER_DAY);
      const end = (day + 1) * HOURS_PER_DAY;
      let together = officesAt(look);
      while (together === 'early' && look < end) together = officesAt((look += 1));
      if (together === undefined || off.has(day) || off.size > 30) return look;
      off.add(day);
    }
  };
}
