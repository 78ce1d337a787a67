import { randomFrom, type Random } from '../../../../test/generator/random';
import { rhythm } from '../../../../test/generator/rhythms';
import { settingsSchema } from '../../../settings';
import { daysBefore, localDay } from '../../../time';
import { assessSeries } from '../../assess_series';
import type { Assessment } from '../../hours';
import { evenNoise } from '../noise';
import { shifted } from './best_shift';
import { gainsOf, knownHours, sumOf, toldOtherwise } from './compared_hours';
import { isRatherStretch } from './one_stretch';

const SETTINGS = settingsSchema.parse({});
const DAY = '2024-11-27';
const { columns } = localDay(DAY, 'UTC');
const SERIES = 150;
const NOISE = evenNoise(1, 0.005);

/** What becomes of the expected counts of a tested day. */
type Change = (usual: readonly number[], random: Random) => readonly number[];

/** Whether a day is read as one that is late or early as a whole. */
function isReadAsShift(assessed: Assessment): boolean {
  if (assessed.state === 'usual') return assessed.like?.includes('whole day') === true;
  return assessed.state === 'unusual' && assessed.sentence.includes('whole day');
}

/** What the series of a test have in common. */
interface Kind {
  /** Of the day's rhythm: 0 is a flat day. */
  readonly leastDepth: number;
  /** How far the days differ as a whole. */
  readonly spreadOfDays: number;
}

const ALIKE_DAYS: Kind = { leastDepth: 0.6, spreadOfDays: 0 };

/** How many of the days are read as late or early as a whole: of series with a rhythm of the day. */
function readAsShift(change: Change, { leastDepth, spreadOfDays }: Kind = ALIKE_DAYS): number {
  let found = 0;
  for (let seed = 0; seed < SERIES; seed += 1) {
    const random = randomFrom(seed);
    const level = random.scale(10, 400);
    const shape = rhythm(random.whole(0, 23), random.scale(leastDepth, 0.9));
    const usual = shape.map((share) => share * level);
    const drawn = (means: readonly number[]): number[] =>
      means.map((mean) => random.negativeBinomial(mean, 0.01));
    const training = daysBefore(DAY, 13).map((day) => {
      const loudness = spreadOfDays === 0 ? 1 : Math.exp(spreadOfDays * random.normal());
      return { day, counts: drawn(usual.map((mean) => mean * loudness)) };
    });
    const tested = { day: DAY, counts: drawn(change(usual, random)), training };
    if (isReadAsShift(assessSeries(tested, columns, SETTINGS))) found += 1;
  }
  return found;
}

const from =
  (times: number): Change =>
  (usual, random) => {
    const first = random.whole(8, 18);
    return usual.map((mean, hour) => (hour < first ? mean : times * mean));
  };
const later =
  (hours: number): Change =>
  (usual) => [...shifted(Float64Array.from(usual), hours)];

describe('a day with more or fewer events from an hour on', () => {
  it.each([
    ['a host of two is lost', 0.5],
    ['a host of three is lost', 0.67],
    ['load is added', 1.6],
  ])('is seldom read as late or early: %s', (_, times) => {
    expect(readAsShift(from(times))).toBeLessThan(4);
  });
});

describe('a day at another level with more or fewer events in a stretch', () => {
  const within =
    (level: number, times: number): Change =>
    (usual, random) => {
      const length = random.whole(6, 12);
      const first = random.whole(0, 24 - length);
      return usual.map((mean, hour) => {
        const isWithin = hour >= first && hour < first + length;
        return mean * level * (isWithin ? times : 1);
      });
    };

  it.each([
    ['a quiet day with twice as many', 0.75, 2],
    ['a loud day with half as many', 1.3, 0.5],
  ])('is seldom read as late or early: %s', (_, level, times) => {
    const kind = { leastDepth: 0.2, spreadOfDays: 0.15 };
    expect(readAsShift(within(level, times), kind)).toBeLessThan(14);
  });
});

describe('a day that is late', () => {
  it.each([
    [1, 45],
    [3, 140],
  ])('by %i h is read as late', (hours, least) => {
    expect(readAsShift(later(hours))).toBeGreaterThan(least);
  });
});

describe('isRatherStretch', () => {
  const usual = Float64Array.from(rhythm(12, 0.6), (share) => 200 * share);
  const late = shifted(usual, 1);
  const isStretch = (counts: Float64Array, { before = 0, hours = 1 } = {}): boolean => {
    const known = knownHours({ counts, expected: usual }, NOISE);
    const expected = shifted(usual, hours);
    const told = toldOtherwise(expected, known, NOISE);
    const ofDay = sumOf(gainsOf(told, known));
    return isRatherStretch({ hours, expected, ...told }, { ofDay, before }, known, NOISE);
  };
  const within = (day: Float64Array, first: number, end: number, times: number): Float64Array =>
    day.map((mean, hour) => (hour >= first && hour < end ? times * mean : mean));

  it.each([
    ['half of the events are missing from noon on', within(usual, 12, 24, 0.5)],
    ['half are missing until noon', within(usual, 0, 12, 0.5)],
    ['twice as many come for five hours', within(usual, 4, 9, 2)],
  ])('is true if %s', (_, counts) => {
    expect(isStretch(counts)).toBe(true);
  });

  it.each([
    ['it is an hour late', late],
    ['it is an hour late and louder as a whole', within(late, 0, 24, 1.3)],
    ['it is an hour late with a burst of two hours', within(late, 7, 9, 3)],
    ['it is an hour late with a burst of six hours', within(late, 7, 13, 2)],
  ])('is false if %s', (_, counts) => {
    expect(isStretch(counts)).toBe(false);
  });

  // Loud until noon and quiet from then on: much as if it had come early.
  const loudUntilNoon = within(within(usual, 0, 24, 1.3), 12, 24, 0.6);

  it('is true if the day is at another level than a stretch, for a shift by two hours', () => {
    expect(isStretch(loudUntilNoon, { hours: -2 })).toBe(true);
  });

  it('is false if the day came early by two hours and is louder as a whole', () => {
    const early = within(shifted(usual, -2), 0, 24, 1.3);
    expect(isStretch(early, { hours: -2 })).toBe(false);
  });

  it('is false if the days before moved, too', () => {
    const counts = within(usual, 12, 24, 0.5);
    expect(isStretch(counts, { before: 1000 })).toBe(false);
  });
});
