import { randomFrom, type Random } from '../../../../test/generator/random';
import { rhythm } from '../../../../test/generator/rhythms';
import { settingsSchema } from '../../../settings';
import { daysBefore, localDay } from '../../../time';
import { assessSeries } from '../../assess_series';
import type { Assessment } from '../../hours';
import { shifted } from './best_shift';

const SETTINGS = settingsSchema.parse({});
const DAY = '2024-11-27';
const SERIES = 60;

/** What is usual, and what becomes of it on the tested day. */
interface Made {
  readonly usual: readonly number[];
  readonly tested: readonly number[];
  /** By how many hours the whole day moved; undefined if it did not. */
  readonly truth?: number;
}

interface Told {
  /** Days that are reported as late or early as a whole, by the true number of hours. */
  right: number;
  /** The same by another number, or though the whole day did not move. */
  wrong: number;
  /** The highest number of hours that is reported. */
  longest: number;
  /** Days on which some hours are reported as moved. */
  moved: number;
}

/** By how many hours a sentence says that the whole day is late; undefined if it does not. */
function wholeDayIn(sentence: string): number | undefined {
  const [, hours, way] = /whole day (?:is )?(\d+) h (later|earlier)/i.exec(sentence) ?? [];
  return hours === undefined ? undefined : Number(hours) * (way === 'later' ? 1 : -1);
}

function storyOf(assessed: Assessment): string {
  if (assessed.state === 'unusual') return assessed.sentence;
  return assessed.state === 'usual' ? (assessed.like ?? '') : '';
}

interface Assessed {
  readonly assessed: Assessment;
  readonly truth: Made['truth'] | undefined;
}

/** The tested day, and which hours are known of the days before. */
interface Days {
  readonly day?: string;
  readonly zone?: string;
  readonly isKnown?: (hour: number) => boolean;
}

/** Assesses the tested day of one such series after 13 days. */
function assessOne(seed: number, make: (random: Random) => Made, days: Days): Assessed {
  const { day = DAY, zone = 'UTC', isKnown = () => true } = days;
  const random = randomFrom(seed);
  const { usual, tested, truth } = make(random);
  const drawn = (means: readonly number[]): number[] =>
    means.map((mean) => random.negativeBinomial(mean, 0.01));
  const training = daysBefore(day, 13).map((before) => ({
    day: before,
    counts: drawn(usual).map((count, hour) => (isKnown(hour) ? count : null)),
  }));
  const { columns } = localDay(day, zone);
  const assessed = assessSeries({ day, counts: drawn(tested), training }, columns, SETTINGS);
  return { assessed, truth };
}

/** What such days are reported as. Those that are "about" so many hours late are not counted. */
function toldOf(make: (random: Random) => Made, days: Days = {}): Told {
  const told: Told = { right: 0, wrong: 0, longest: 0, moved: 0 };
  for (let seed = 0; seed < SERIES; seed += 1) {
    const { assessed, truth } = assessOne(seed, make, days);
    const hours = wholeDayIn(storyOf(assessed));
    if (hours !== undefined && hours === truth) told.right += 1;
    if (hours !== undefined && hours !== truth) told.wrong += 1;
    told.longest = Math.max(told.longest, Math.abs(hours ?? 0));
    if (assessed.state === 'unusual' && assessed.shift?.is_whole_day === false) told.moved += 1;
  }
  return told;
}

function waves(random: Random): number[] {
  const level = random.scale(5, 300);
  return rhythm(random.whole(0, 23), random.scale(0.3, 0.9)).map((share) => share * level);
}

/** Such days that are late or early by some hours. */
function late(least: number, most: number) {
  return (random: Random): Made => {
    const usual = waves(random);
    const truth = random.pick([-1, 1]) * random.whole(least, most);
    const tested = [...shifted(Float64Array.from(usual), truth)];
    return { usual, tested, truth };
  };
}

describe('a day that is late or early as a whole', () => {
  it.each([
    [2, 3, 8],
    [4, 8, 12],
  ])('by %i to %i h is seldom reported with another number of hours', (from, to, least) => {
    const { right, wrong } = toldOf(late(from, to));
    expect(right).toBeGreaterThanOrEqual(least);
    expect(wrong).toBeLessThan(6);
  });

  it('is reported as such if the clock skips an hour of it', () => {
    const { right, wrong } = toldOf(late(4, 8), { day: '2025-03-30', zone: 'Europe/Berlin' });
    expect(right).toBeGreaterThan(8);
    expect(wrong).toBeLessThan(5);
  });

  it('is not reported as such if its class of days never tells what an hour of it brings', () => {
    const { right, wrong } = toldOf(late(4, 8), { isKnown: (hour) => hour !== 3 });
    expect(right + wrong).toBe(0);
  });

  it('has a shift of about so many hours exactly where the sentence says so', () => {
    let [about, sure] = [0, 0];
    for (let seed = 0; seed < SERIES; seed += 1) {
      const { assessed } = assessOne(seed, late(4, 8), {});
      if (assessed.state !== 'unusual' || assessed.shift?.is_whole_day !== true) continue;
      const isAbout = assessed.shift.is_about === true;
      expect(assessed.sentence.includes('about')).toBe(isAbout);
      if (isAbout) about += 1;
      else sure += 1;
    }
    expect(about).toBeGreaterThan(5);
    expect(sure).toBeGreaterThan(5);
  });

  it('is late or early by half a day at most', () => {
    expect(toldOf(late(10, 12)).longest).toBeLessThanOrEqual(12);
  });
});

/** A day with one job and a few events in each other hour, on which the job came at another hour. */
function movedJob(size: number) {
  return (random: Random): Made => {
    const level = random.scale(10, 200);
    const [length, height] = [random.whole(1, 4), random.scale(3, 12)];
    const due = random.whole(0, 8);
    const came = due + random.whole(5, 12);
    const withJob = (from: number, times: number): number[] =>
      Array.from({ length: 24 }, (_, hour) => {
        const isJob = hour >= from && hour < from + length;
        return level * (isJob ? 1 + times * height : 1);
      });
    return { usual: withJob(due, 1), tested: withJob(came, size) };
  };
}

describe('a day on which one job moved', () => {
  it('is not reported as late as a whole', () => {
    const { wrong, moved } = toldOf(movedJob(1));
    // Some of these jobs are most of their day.
    expect(wrong).toBeLessThan(3);
    expect(moved).toBeGreaterThan(54);
  });

  it('is not reported as late as a whole if the job had half of its size', () => {
    expect(toldOf(movedJob(0.5)).wrong).toBeLessThan(3);
  });
});

/** A day that is open for a few hours of unequal height, two or three hours late or early. */
function lateShortOffice(random: Random): Made {
  const level = random.scale(20, 500);
  const [from, length] = [random.whole(5, 11), random.whole(4, 6)];
  const usual = Array.from({ length: 24 }, (_, hour) => {
    const isOpen = hour >= from && hour < from + length;
    return level * (isOpen ? random.scale(0.7, 1.5) : 0.02);
  });
  const truth = random.pick([-1, 1]) * random.whole(2, 3);
  return { usual, tested: [...shifted(Float64Array.from(usual), truth)], truth };
}

describe('a day of a few open hours that is late or early', () => {
  it('is reported as such, as a whole or as hours that moved', () => {
    const { right, wrong, moved } = toldOf(lateShortOffice);
    expect(right + moved).toBeGreaterThan(54);
    expect(wrong).toBeLessThan(2);
  });
});

/** A day with fewer events in one stretch and as many more in another, where nothing stands out. */
function dropAndRise(usualOf: (random: Random) => number[], left: number) {
  return (random: Random): Made => {
    const usual = usualOf(random);
    const length = random.whole(1, 4);
    const [drop, rise] = [random.whole(0, 8), random.whole(12, 20)];
    const tested = usual.map((mean, hour) => {
      if (hour >= drop && hour < drop + length) return left * mean;
      const came = (1 - left) * (usual[hour - rise + drop] ?? 0);
      return hour >= rise && hour < rise + length ? mean + came : mean;
    });
    return { usual, tested };
  };
}

describe('a day with a drop and a rise of as many events', () => {
  const flat = (random: Random): number[] => Array<number>(24).fill(random.scale(20, 300));

  it.each([
    ['flat days', flat, 0, 3],
    ['flat days, and some are left', flat, 0.3, 6],
    ['waves', waves, 0, 6],
  ])('is seldom reported as moved where no job was: %s', (_, usualOf, left, most) => {
    expect(toldOf(dropAndRise(usualOf, left)).moved).toBeLessThan(most);
  });
});
