import { randomFrom } from '../../../../test/generator/random';
import { settingsSchema } from '../../../settings';
import { daysBefore, localDay } from '../../../time';
import { assessSeries } from '../../assess_series';
import type { Flag } from '../../hours';
import { evenNoise } from '../noise';
import { movedStretch } from './moved_stretch';

const SETTINGS = settingsSchema.parse({});
const DAY = '2024-11-27';
const { columns } = localDay(DAY, 'UTC');
const SERIES = 60;

type LevelOf = (hour: number) => number;

/** How many such days have each story: by how many hours something moved, or the verdict. */
function stories(usual: LevelOf, tested: LevelOf): Record<string, number> {
  const found: Record<string, number> = {};
  for (let seed = 0; seed < SERIES; seed += 1) {
    const random = randomFrom(seed);
    const level = random.pick([10, 30, 100, 1000]);
    const drawn = (levelOf: LevelOf): number[] =>
      Array.from({ length: 24 }, (_, hour) => random.negativeBinomial(level * levelOf(hour), 0.02));
    const training = daysBefore(DAY, 31).map((day) => ({ day, counts: drawn(usual) }));
    const assessed = assessSeries({ day: DAY, counts: drawn(tested), training }, columns, SETTINGS);
    const verdict = assessed.state === 'unusual' ? assessed.verdict : assessed.state;
    const hours = assessed.state === 'unusual' ? assessed.shift?.hours : undefined;
    const story = hours === undefined ? verdict : String(hours);
    found[story] = (found[story] ?? 0) + 1;
  }
  return found;
}

/** Open from 08:00 to 18:00, so many hours late. */
const open =
  (late: number): LevelOf =>
  (hour) =>
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
      missing: expect.objectContaining({ from: 8, to: 9 }) as object,
    });
  });

  it('leaves its hours to no other move', () => {
    const counts = late.map((count, hour) => (hour === 3 ? 40 : count));
    const burst: Flag = { hour: 3, score: 30, direction: 'high' };
    expect(movedStretch([burst, low, high], { counts, expected, noise })).toBeUndefined();
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
