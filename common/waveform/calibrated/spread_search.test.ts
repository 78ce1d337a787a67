import { randomFrom } from '../../../test/generator/random';
import { searchSpread, spreadAt } from './spread_search';

const random = randomFrom(5);

/** The mean of capped squares over 40 hours that vary by some spread of their own. */
function drawMeanSquare(): (spread: number) => number {
  const own = spreadAt(random.whole(0, 1024)) * (0.5 + random.uniform());
  const hours = Array.from({ length: 40 }, () => {
    const mean = 10 ** (4 * random.uniform() - 1);
    return { mean, square: (mean + own * mean * mean) * 2 * random.uniform() ** 2 * 2 };
  });
  return (spread) =>
    hours.reduce((sum, { mean, square }) => {
      const capped = Math.min(square / (mean + spread * mean * mean), 25);
      return sum + capped;
    }, 0) / hours.length;
}

/** Ten halvings of the range, as the method describes them. */
function byHalving(meanSquare: (spread: number) => number): number {
  let [low, high] = [0, 1024];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (meanSquare(spreadAt(middle)) > 1) low = middle;
    else high = middle;
  }
  return high;
}

describe('searchSpread', () => {
  it('finds from any guess what ten halvings find, in fewer steps', () => {
    let [asked, searches] = [0, 0];
    for (let drawn = 0; drawn < 300; drawn += 1) {
      const meanSquare = drawMeanSquare();
      const guess = spreadAt(random.whole(0, 1024));
      const counting = (spread: number): number => {
        asked += 1;
        return meanSquare(spread);
      };
      expect(searchSpread(counting, guess)).toBe(byHalving(meanSquare));
      searches += 1;
    }
    expect(asked / searches).toBeLessThan(8);
  });

  it('ends at either end where the mean square never crosses 1', () => {
    expect(searchSpread(() => 0.5, 0.05)).toBe(1);
    expect(searchSpread(() => 3, 0.05)).toBe(1024);
  });
});
