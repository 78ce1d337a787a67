import { randomFrom } from '../../../test/generator/random';
import { naiveMeanSquare, naiveSpread } from '../../../test/naive/noise';
import { estimateNoise } from './estimate_noise';
import { evenNoise, varianceOf } from './noise';

const random = randomFrom(7);
const expectedOf = (level: number): Float64Array =>
  Float64Array.from({ length: 31 * 24 }, (_, at) => level * (1 + 0.5 * Math.cos(at / 3.82)));

describe('estimateNoise', () => {
  it.each([
    [0.5, 0.5],
    [20, 0.05],
    [20, 0.6],
    [2000, 0.02],
    [3e5, 0.3],
  ])('finds the spread of counts around %d, as trying them all does', (level, spread) => {
    const expected = expectedOf(level);
    const counts = expected.map((mean) => random.negativeBinomial(mean, spread));
    const noise = estimateNoise(counts, expected);
    expect(noise.unit).toBe(1);
    expect(noise.spread / naiveSpread(counts, expected)).toBeCloseTo(1, 1);
  });

  it('takes a stream that is steadier than Poisson noise for what it is', () => {
    const expected = expectedOf(60);
    const counts = expected.map((mean) =>
      Math.round(mean + random.normal() * Math.sqrt(mean) * 0.5),
    );
    const { unit, spread } = estimateNoise(counts, expected);
    expect(unit).toBeCloseTo(naiveMeanSquare(counts, expected, 0), 12);
    expect(unit).toBeLessThan(0.4);
    expect(spread).toBe(0.002);
  });

  it('is hardly widened by one odd day, and not at all by unknown hours', () => {
    const expected = expectedOf(20);
    const counts = expected.map((mean) => random.negativeBinomial(mean, 0.05));
    const usual = estimateNoise(counts, expected).spread;
    const odd = counts.map((count, at) => (at === 5 ? 50 * count + 900 : count));
    expect(estimateNoise(odd, expected).spread / usual).toBeLessThan(1.6);
    const gaps = counts.map((count, at) => (at % 31 === 0 ? NaN : count));
    expect(estimateNoise(gaps, expected).spread).toBeCloseTo(naiveSpread(gaps, expected), 2);
  });
});

describe('varianceOf', () => {
  it('is that of Poisson noise and of unequal days', () => {
    expect(varianceOf(evenNoise(1, 0.1), 20, 5)).toBe(20 + 0.1 * 400);
  });

  it('is steadier only where many events are expected', () => {
    const steady = evenNoise(0.1, 0.002);
    expect(varianceOf(steady, 0.02, 5) / 0.02).toBeCloseTo(1, 1);
    expect(varianceOf(steady, 40, 5) / 40).toBeCloseTo(0.1 + 0.08, 1);
  });
});
