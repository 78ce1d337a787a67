import { randomFrom } from '../../../test/generator/random';
import { searchSpread, spreadAt } from './spread_search';

const random = randomFrom(5);

const CAP = 25;

interface Hour {
  readonly mean: number;
  readonly square: number;
}

/** 40 hours that vary by some spread of their own. */
function drawHours(): Hour[] {
  const own = spreadAt(random.whole(0, 1024)) * (0.5 + random.uniform());
  const most = random.uniform() < 0.5 ? 4 : 60;
  return Array.from({ length: 40 }, () => {
    const mean = 10 ** (4 * random.uniform() - 1);
    return { mean, square: (mean + own * mean * mean) * most * random.uniform() ** 2 };
  });
}

/** The mean of their capped squares. */
function meanSquareOf(hours: readonly Hour[]): (spread: number) => number {
  return (spread) =>
    hours.reduce((sum, { mean, square }) => {
      const capped = Math.min(square / (mean + spread * mean * mean), CAP);
      return sum + capped;
    }, 0) / hours.length;
}

/** How fast its logarithm falls with that of the spread, by what is clearly below the cap. */
function fallAt(hours: readonly Hour[], spread: number): number {
  const fall = hours.reduce((sum, { mean, square }) => {
    const own = square / (mean + spread * mean * mean);
    return own < 0.98 * CAP ? sum + (own * spread * mean) / (1 + spread * mean) : sum;
  }, 0);
  return fall / hours.length / meanSquareOf(hours)(spread);
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
      const meanSquare = meanSquareOf(drawHours());
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

  it('finds the same in one to three steps if it knows the fall', () => {
    let [asked, searches] = [0, 0];
    for (let drawn = 0; drawn < 2000; drawn += 1) {
      const hours = drawHours();
      const meanSquare = meanSquareOf(hours);
      const found = byHalving(meanSquare);
      const guess = drawn % 2 === 0 ? found : random.whole(0, 1024);
      let fall = 0;
      const counting = (spread: number): number => {
        asked += 1;
        fall = fallAt(hours, spread);
        return meanSquare(spread);
      };
      expect(searchSpread(counting, spreadAt(guess), () => fall)).toBe(found);
      searches += 1;
    }
    expect(asked / searches).toBeLessThan(3);
  });

  it('ends at either end where the mean square never crosses 1', () => {
    expect(searchSpread(() => 0.5, 0.05)).toBe(1);
    expect(searchSpread(() => 3, 0.05)).toBe(1024);
  });
});
