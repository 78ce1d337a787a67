import { randomFrom } from '../../../../test/generator/random';
import { settingsSchema } from '../../../settings';
import { daysBefore, localDay } from '../../../time';
import { assessSeries } from '../../assess_series';
import type { Assessment, Flag, HourCount } from '../../hours';
import { evenNoise } from '../noise';
import { movedStretch } from './moved_stretch';

const SETTINGS = settingsSchema.parse({});
const DAY = '2024-11-27';
const { columns } = localDay(DAY, 'UTC');
const SERIES = 60;
const LEVELS = [10, 30, 100, 1000];

/** Events of an hour, in those of an open one; null if it is unknown. */
type LevelOf = (hour: number) => number | null;

/** What becomes of such days of series whose open hours have so many events. */
function assessedDays(usual: LevelOf, tested: LevelOf, levels = LEVELS): Assessment[] {
  return Array.from({ length: SERIES }, (_, seed) => {
    const random = randomFrom(seed);
    const level = random.pick(levels);
    const drawn = (levelOf: LevelOf): HourCount[] =>
      Array.from({ length: 24 }, (_hour, hour) => {
        const mean = levelOf(hour);
        return mean === null ? null : random.negativeBinomial(level * mean, 0.02);
      });
    const training = daysBefore(DAY, 31).map((day) => ({ day, counts: drawn(usual) }));
    return assessSeries({ day: DAY, counts: drawn(tested), training }, columns, SETTINGS);
  });
}

function storyOf(assessed: Assessment): string {
  if (assessed.state !== 'unusual') return assessed.state;
  return assessed.shift === null ? assessed.verdict : String(assessed.shift.hours);
}

/** How many days have each story: by how many hours something moved, or the verdict. */
function countStories(days: readonly Assessment[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const story of days.map(storyOf)) found[story] = (found[story] ?? 0) + 1;
  return found;
}

function stories(usual: LevelOf, tested: LevelOf): Record<string, number> {
  return countStories(assessedDays(usual, tested));
}

/** The findings in which an hour is flagged. */
function flaggedAt(
  days: readonly Assessment[],
  at: number,
): Extract<Assessment, { state: 'unusual' }>[] {
  return days.flatMap((day) =>
    day.state === 'unusual' && day.flagged.some(({ hour }) => hour === at) ? [day] : [],
  );
}

/** Open from 08:00 to 18:00, so many hours late. */
const open =
  (late: number) =>
  (hour: number): number =>
    hour - late >= 8 && hour - late < 18 ? 1 : 0.001;

describe('open hours that are all alike', () => {
  it.each([-1, 1])(
    'that come late by %i h are not reported as an hour that moved by ten',
    (late) => {
      // All but a few are if each missing hour is matched with one that came.
      const found = stories(open(0), open(late));
      expect(found[String(10 * late)] ?? 0).toBeLessThan(2);
      expect(found[String(late)]).toBeGreaterThan(45);
    },
  );

  it('do not make a burst at night the first of them, if they come late', () => {
    const withBurst: LevelOf = (hour) => (hour === 3 ? 1.2 : open(1)(hour));
    const found = stories(open(0), withBurst);
    expect(found['-5'] ?? 0).toBeLessThan(3);
  });

  it.each([
    [12, 4],
    [13, 0],
  ])('that come late are reported with %i:00, where %i times as many came', (at, times) => {
    const tested: LevelOf = (hour) => (hour === at ? times : open(1)(hour));
    const found = flaggedAt(assessedDays(open(0), tested, [30, 100, 1000]), at);
    const sentences = found.map(({ sentence }) => sentence);
    expect(sentences.length).toBeGreaterThan(30);
    const untold = sentences.filter((sentence) => !sentence.includes(`at ${at}:00`));
    expect(untold).toEqual([]);
  });

  it.each([
    [1, [10], 40],
    [2, [1000], 50],
  ])('that come late by %i h move by as many if 13:00 has no event', (late, levels, most) => {
    const tested: LevelOf = (hour) => (hour === 13 ? 0 : open(late)(hour));
    const days = flaggedAt(assessedDays(open(0), tested, levels), 8);
    const found = countStories(days);
    // If each missing hour is matched with one that came, 13:00 is taken for what moved.
    expect(found[String(late)]).toBeGreaterThan(most);
    expect(days.length - (found[String(late)] ?? 0)).toBeLessThan(4);
  });
});

describe('each flagged hour', () => {
  /** The hours that a sentence names; undefined if it only says how many there are. */
  function hoursIn(sentence: string): Set<number> | undefined {
    if (sentence.includes(' more hour')) return undefined;
    const told = new Set<number>();
    for (const [, from, to] of sentence.matchAll(/(?:from|at) (\d\d):00(?: to (\d\d):00)?/g)) {
      const [first, end] = [Number(from), to === undefined ? Number(from) + 1 : Number(to)];
      const length = (end - first + 24) % 24;
      for (let hour = 0; hour < length; hour += 1) told.add((first + hour) % 24);
    }
    return told;
  }

  it.each([10, 11])(
    'is named if open hours come late and are silent from %i:00 to 14:00',
    (from) => {
      const tested: LevelOf = (hour) => (hour >= from && hour < 14 ? 0 : open(1)(hour));
      const moved = assessedDays(open(0), tested).flatMap((day) =>
        day.state === 'unusual' && day.verdict === 'moved' ? [day] : [],
      );
      expect(moved.length).toBeGreaterThan(5);
      const untold = moved.filter(({ flagged, sentence }) => {
        const told = hoursIn(sentence);
        return told !== undefined && flagged.some(({ hour }) => !told.has(hour));
      });
      expect(untold.map(({ sentence }) => sentence)).toEqual([]);
    },
  );
});

describe('a job', () => {
  it('that moved across such hours is reported with the hours that it moved', () => {
    const withJob =
      (at: number): LevelOf =>
      (hour) =>
        open(0)(hour) + (hour === at ? 2 : 0);
    const found = stories(withJob(9), withJob(15));
    // Most of the others have more at 15:00: what is missing at 09:00 is too little there.
    expect(found['6']).toBeGreaterThan(40);
  });

  it('is not the first of hours that came late if the hours between are unknown', () => {
    const isUnknown = (hour: number): boolean => hour >= 10 && hour < 17;
    const found = stories(open(0), (hour) => (isUnknown(hour) ? null : open(1)(hour)));
    expect(found['1'] ?? 0).toBe(0);
    expect(found['10']).toBeGreaterThan(50);
  });

  /** So many times the open hours, at these hours alone. */
  const only =
    (...hours: number[]): LevelOf =>
    (hour) =>
      hours.includes(hour) ? 4 : 0;

  it('is not taken for another that moved by as many hours', () => {
    expect(stories(only(2, 14), only(5, 17))).toEqual({ 3: SERIES });
  });

  it('that moved alone does not move another one', () => {
    expect(stories(only(2, 14), only(5, 14))).toEqual({ 3: SERIES });
  });

  it('takes the short way around midnight', () => {
    expect(stories(only(22, 23), only(23, 0))).toEqual({ 1: SERIES });
    expect(stories(only(0, 1), only(23, 0))).toEqual({ '-1': SERIES });
    expect(stories(only(22), only(0))).toEqual({ 2: SERIES });
    const [first] = assessedDays(only(22, 23), only(23, 0), [100]);
    expect(first).toMatchObject({
      shift: { hours: 1, due: [22] },
      sentence: expect.stringMatching(
        /^Same shape, 1 h later: [\d,]+ from 23:00 to 01:00, usually from 22:00 to 24:00\.$/,
      ) as string,
    });
  });

  it('moves within the day by more hours than it would around midnight', () => {
    expect(stories(only(2), only(17))).toEqual({ 15: SERIES });
  });
});

describe('movedStretch', () => {
  const expected = Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? 40 : 0.02));
  const late = Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 19 ? 40 : 0));
  const noise = evenNoise(1, 0.01);
  const low: Flag = { hour: 8, score: 9, direction: 'low' };
  const high: Flag = { hour: 18, score: 20, direction: 'high' };

  it('is the stretch that came late, with the hours that are missing', () => {
    expect(movedStretch([low, high], { counts: late, expected, noise })).toEqual({
      came: { from: 9, to: 19 },
      due: { from: 8, to: 18 },
      hours: 1,
      explained: [low, high],
      rest: [],
    });
  });

  it('explains its own flags, not what else came between them', () => {
    const counts = late.map((count, hour) => (hour === 12 ? 160 : count));
    const burst: Flag = { hour: 12, score: 15, direction: 'high' };
    expect(movedStretch([low, burst, high], { counts, expected, noise })).toMatchObject({
      hours: 1,
      explained: [low, high],
      rest: [burst],
    });
  });

  it('explains a flag where as many came as an hour before on other days', () => {
    const quietAt12 = expected.map((mean, hour) => (hour === 12 ? 30 : mean));
    const counts = late.map((count, hour) => (hour === 13 ? 30 : count));
    const more: Flag = { hour: 12, score: 5, direction: 'high' };
    const flags = [low, more, high];
    expect(movedStretch(flags, { counts, expected: quietAt12, noise })).toMatchObject({
      hours: 1,
      explained: flags,
      rest: [],
    });
  });

  it('explains no flags that are too few together, if each of them may be chance', () => {
    const times = (counts: readonly number[]): number[] => counts.map((count) => 3 * count);
    const counts = times(late).map((count, hour) => (hour === 11 || hour === 12 ? 40 : count));
    const less = [11, 12].map((hour): Flag => ({ hour, score: 5, direction: 'low' }));
    const day = { counts, expected: times(expected), noise: evenNoise(1, 0.15) };
    expect(movedStretch([low, ...less, high], day)).toMatchObject({ hours: 1, rest: less });
  });

  it('leaves its hours to no other move', () => {
    const counts = late.map((count, hour) => (hour === 3 ? 40 : count));
    const burst: Flag = { hour: 3, score: 30, direction: 'high' };
    expect(movedStretch([burst, low, high], { counts, expected, noise })).toBeUndefined();
  });

  it('is no longer than what moved if the hours beside it came as usual', () => {
    const jobs = expected.map((_, hour) => (hour >= 8 && hour < 11 ? 40 : 0.02));
    const counts = jobs.map((mean, hour) => ({ 9: 0, 18: 40 })[hour] ?? Math.round(mean));
    const missing: Flag = { ...low, hour: 9 };
    expect(movedStretch([missing, high], { counts, expected: jobs, noise })).toMatchObject({
      came: { from: 18, to: 19 },
      due: { from: 9, to: 10 },
      hours: 9,
    });
  });

  it('is none if the hours beside a drop and a rise came as usual', () => {
    const flat = expected.map((_, hour) => (hour >= 8 && hour < 11 ? 40 : 10));
    const counts = flat.map((mean, hour) => ({ 9: 0, 18: 50 })[hour] ?? mean);
    const missing: Flag = { ...low, hour: 9 };
    expect(movedStretch([missing, high], { counts, expected: flat, noise })).toBeUndefined();
  });

  it('is as long as what moved if the hours between are others', () => {
    const alone = expected.map((mean, hour) => (hour === 8 ? mean : 0.02));
    const counts = alone.map((_, hour) => (hour === 18 ? 40 : 0));
    expect(movedStretch([low, high], { counts, expected: alone, noise })).toMatchObject({
      came: { from: 18, to: 19 },
      due: { from: 8, to: 9 },
      hours: 10,
    });
  });
});
