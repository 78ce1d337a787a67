import { HOURS_PER_DAY } from '../../../common/time';
import { isWeekendSlot, slotOf, wallHourOf } from '../../../common/silence/wall_hour';
import type { Random } from '../../generator/random';
import { drawStream, type Stream, streamKinds } from '../../generator/silence_streams';

export const TRAINING_DAYS = 31;
export const TEST_DAYS = 35;
const OFFICES = 4;
/** A working day in so many is a holiday. */
const HOLIDAY_SHARE = 1 / 30;

/** Streams that share a calendar, as those of one installation do. */
export interface Fleet {
  readonly streams: readonly Stream[];
  /** The first hour of the tested days. */
  readonly testFrom: number;
  readonly testTo: number;
}

/** One stream of each kind, and more offices, so that a holiday can be recognized. */
export function drawFleet(random: Random, trainingDays = TRAINING_DAYS): Fleet {
  const from = wallHourOf('2026-01-05') + HOURS_PER_DAY * random.whole(0, 6);
  const days = trainingDays + TEST_DAYS;
  const holidays = new Set(
    Array.from({ length: days }, (_, day) => day).filter((day) => {
      const isWeekend = isWeekendSlot(slotOf(from + day * HOURS_PER_DAY));
      return !isWeekend && random.uniform() < HOLIDAY_SHARE;
    }),
  );
  const isHoliday = (hour: number): boolean =>
    holidays.has(Math.floor((hour - from) / HOURS_PER_DAY));
  const kinds = [...streamKinds.keys(), ...Array<string>(OFFICES).fill('office hours')];
  const streams = kinds.map((kind) =>
    drawStream(random, kind, from, days * HOURS_PER_DAY, isHoliday),
  );
  const testFrom = from + trainingDays * HOURS_PER_DAY;
  return { streams, testFrom, testTo: from + days * HOURS_PER_DAY };
}
