import { settingsSchema } from '../../settings';
import { daysBefore, weekdayOf } from '../../time';
import { learnLaidOut } from './learned_day';
import { isSurelyQuiet } from './score_calibrated';
import { trainingTable } from './training_table';

const DAY = '2024-11-27';
const TRAINING = settingsSchema.parse({}).training;

/** A series of ten events an hour, of whose hour 3 so many training days know nothing. */
function laidOut(unknownDays: number) {
  const training = daysBefore(DAY, 31).map((day, place) => ({
    day,
    counts: Array.from({ length: 24 }, (_, hour) =>
      hour === 3 && place < unknownDays ? null : 10 + ((hour + place) % 3),
    ),
  }));
  const table = trainingTable({ day: DAY, counts: [], training }, TRAINING);
  return { table, counts: new Float64Array(24).fill(11), weekday: weekdayOf(DAY) };
}

describe('a series that is laid out', () => {
  it('is learned if each of its tested hours is known of a training day of its class', () => {
    // The thirtieth day before is a Monday, the one before that a Sunday.
    expect([0, 29].map((days) => isSurelyQuiet(laidOut(days)))).toEqual([true, true]);
    expect([30, 31].map((days) => learnLaidOut(laidOut(days)))).toEqual([undefined, undefined]);
    const untested = laidOut(31);
    untested.counts[3] = NaN;
    expect(isSurelyQuiet(untested)).toBe(true);
  });
});
