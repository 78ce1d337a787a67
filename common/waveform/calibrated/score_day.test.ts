import { randomFrom } from '../../../test/generator/random';
import { naiveWindows } from '../../../test/naive/window_scores';
import { evenNoise } from './noise';
import { scoreDay } from './score_day';
import { carriesItsShare } from './windows/score_windows';
import type { Togetherness } from './windows/togetherness';
import { allWindows } from './windows/windows';

const togetherness: Togetherness = { day: 0.1, near: 0.3, fade: 0.5 };
const noise = evenNoise(1, 0.05);
const random = randomFrom(12);
const expected = Float64Array.from({ length: 24 }, (_, hour) => 30 + 20 * Math.cos(hour / 3.82));
/** Windows that are near to what is expected are not scored: none of them would reach this. */
const NEAR_SCORE = 1.2;

const drawDay = (): Float64Array => expected.map((mean) => random.negativeBinomial(mean, 0.05));

/** The best score of an hour among all windows in which it carries its share. */
function naiveScore(
  counts: Float64Array,
  windows: ReturnType<typeof naiveWindows>,
  hour: number,
): number {
  const day = { counts, expected };
  const scores = windows.flatMap(({ hours, score, excess }) => {
    const isIts = carriesItsShare(day, hours.length, excess, excess > 0, hour);
    return hours.includes(hour) && isIts ? [score] : [];
  });
  return Math.max(...scores);
}

describe('scoreDay', () => {
  it('gives each hour the best of all windows, as scoring every one from the whole day does', () => {
    let compared = 0;
    for (let drawn = 0; drawn < 4; drawn += 1) {
      const counts = drawDay();
      const { scores } = scoreDay({ counts, expected }, noise, allWindows(togetherness));
      // Where a window stands out the rest is scored again without it.
      if (Math.max(...scores) >= 3) continue;
      const windows = naiveWindows(Array.from(counts), Array.from(expected), noise, togetherness);
      for (let hour = 0; hour < 24; hour += 1) {
        const naive = naiveScore(counts, windows, hour);
        if (naive < NEAR_SCORE) expect(scores[hour]).toBeLessThan(NEAR_SCORE);
        else expect(scores[hour]).toBeCloseTo(naive, 8);
        compared += naive < NEAR_SCORE ? 0 : 1;
      }
    }
    expect(compared).toBeGreaterThan(5);
  });

  it('neither makes the neighbors of an attack look silent nor lends them its score', () => {
    const counts = Float64Array.from(expected, Math.round);
    counts[10] = 5_000;
    const { scores, isHigh } = scoreDay({ counts, expected }, noise, allWindows(togetherness));
    expect(scores[10]).toBeGreaterThan(50);
    expect(isHigh[10]).toBe(true);
    scores.forEach((score, hour) => hour !== 10 && expect(score).toBeLessThan(1));
  });

  it('scores no hour that is not known', () => {
    const counts = drawDay();
    counts[7] = NaN;
    counts[8] = 900;
    const { scores } = scoreDay({ counts, expected }, noise, allWindows(togetherness));
    expect(scores[7]).toBe(0);
    expect(scores[8]).toBeGreaterThan(4);
  });
});
