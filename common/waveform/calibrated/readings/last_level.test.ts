import { randomFrom } from '../../../../test/generator/random';
import { settingsSchema } from '../../../settings';
import { daysBefore, type Day } from '../../../time';
import { detectCase } from '../../detect_case';
import { atLevel, isAtLevel, lastLevel } from './last_level';

const SETTINGS = settingsSchema.parse({});
const DAY: Day = '2024-11-27';
const HOURS = 24;

/** The level after days of these levels. Ten events an hour were expected of each. */
function afterLevels(levels: readonly number[]): number {
  const cleaned = Float64Array.from(
    levels.flatMap((level) => Array<number>(HOURS).fill(10 * level)),
  );
  return lastLevel({ cleaned, expected: new Float64Array(cleaned.length).fill(10) });
}

describe('the level of the last days', () => {
  it('is that of the one nearest to what was expected', () => {
    expect(afterLevels([0.5, 1.5, 1.3, 1.4])).toBeCloseTo(1.3, 9);
    expect(afterLevels([1.5, 0.4, 0.5, 0.8])).toBeCloseTo(0.8, 9);
  });

  it('is the usual one if not all three were above it, or below', () => {
    expect(afterLevels([1.5, 1.5, 0.9, 1.5])).toBe(1);
    expect(afterLevels([2, 2, 2, 1])).toBe(1);
  });

  it('is not known from two days', () => {
    expect(afterLevels([1.5, 1.5])).toBe(1);
    expect(afterLevels([1.5, NaN, 1.5])).toBe(1);
  });

  it('passes over an unknown day', () => {
    expect(afterLevels([1.2, 1.5, NaN, 1.5])).toBeCloseTo(1.2, 9);
  });

  it('never lets a count be impossible', () => {
    expect([...atLevel(Float64Array.of(10, 0.02), 0)]).toEqual([0.02, 0.02]);
    expect([...atLevel(Float64Array.of(10, 0.02), 1.5)]).toEqual([15, 0.03]);
  });
});

describe('a day is at a level', () => {
  const none = new Set<number>();
  const dayOf = (count: number) => ({
    counts: new Float64Array(HOURS).fill(count),
    expected: new Float64Array(HOURS).fill(10),
  });

  it('if it is nearer to it than to what is expected, as a ratio', () => {
    expect([17, 18, 30].map((count) => isAtLevel(dayOf(count), 3, none))).toEqual([
      false,
      true,
      true,
    ]);
    expect([6, 5, 2].map((count) => isAtLevel(dayOf(count), 0.3, none))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('by the hours that do not stand out and are known', () => {
    const day = dayOf(10);
    day.counts.fill(100, 0, 6);
    day.counts.fill(NaN, 6, 8);
    expect(isAtLevel(day, 3, none)).toBe(true);
    expect(isAtLevel(day, 3, new Set([0, 1, 2, 3, 4, 5]))).toBe(false);
  });

  it('if all of its hours stand out', () => {
    const all = new Set(Array.from({ length: HOURS }, (_, hour) => hour));
    expect([3, 0.3].map((level) => isAtLevel(dayOf(10), level, all))).toEqual([true, true]);
  });
});

/** In how many of so many series a day is flagged, if a day so many days ago had this level. */
function flagged(
  levelOf: (age: number, hour: number) => number,
  { series = 120, usual = 20, varies = 0.2 } = {},
): number {
  const flags = Array.from({ length: series }, (_, seed) => {
    const random = randomFrom(seed);
    const drawn = (age: number): number[] => {
      const level = usual * Math.exp(varies * random.normal());
      return Array.from({ length: HOURS }, (_hour, hour) =>
        random.negativeBinomial(level * levelOf(age, hour), 0.05),
      );
    };
    const training = daysBefore(DAY, 31).map((day, place) => ({ day, counts: drawn(place + 1) }));
    return detectCase({ day: DAY, counts: drawn(0), training }, SETTINGS).flags.length;
  });
  return flags.filter((count) => count > 0).length;
}

describe('a usual day', () => {
  it('is not flagged on the fourth day of a new level', () => {
    // Nine are without the level of the last days.
    expect(flagged((age) => (age < 4 ? 3 : 1))).toBeLessThan(3);
  });

  it('is not flagged where nothing changed', () => {
    expect(flagged(() => 1)).toBeLessThan(3);
  });
});

describe('a burst', () => {
  it.each([40, 400])('is found on the day after three louder ones, with %i an hour', (usual) => {
    const levelOf = (age: number, hour: number): number => {
      if (age > 0) return age < 4 ? 3 : 1;
      return hour >= 10 && hour < 14 ? 3 : 1;
    };
    // One or two are if the level of these three days is the one of the day.
    expect(flagged(levelOf, { series: 20, usual, varies: 0.05 })).toBeGreaterThan(14);
  });
});
