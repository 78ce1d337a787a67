import { randomFrom } from '../../../test/generator/random';
import { estimateNoise } from './estimate_noise';
import { hourRatios } from './hour_ratios';
import { evenNoise, varianceOf } from './noise';

const DAYS = 31;
const LEVEL = 20;
const random = randomFrom(4);
const expected = new Float64Array(DAYS * 24).fill(LEVEL);

/** Counts around 20, whose variance at some hours is so many times that of Poisson noise. */
function countsWith(times: (hour: number) => number): Float64Array {
  return expected.map((mean, at) => random.negativeBinomial(mean, (times(at % 24) - 1) / LEVEL));
}

describe('hourRatios', () => {
  it('are near 1 if no hour is noisier than others', () => {
    const ratios = hourRatios(
      evenNoise(1, 0.1),
      countsWith(() => 3),
      expected,
    );
    const differences = ratios.map((ratio) => Math.abs(ratio - 1));
    expect(differences.reduce((sum, difference) => sum + difference, 0) / 24).toBeLessThan(0.2);
  });

  it('distinguish the hours of a job that slips from quiet ones', () => {
    const ratios = hourRatios(
      evenNoise(1, 0.1),
      countsWith((hour) => (hour < 2 ? 30 : 1)),
      expected,
    );
    for (const noisy of ratios.slice(0, 2)) expect(noisy).toBeGreaterThan(3);
    for (const quiet of ratios.slice(2)) expect(quiet).toBeLessThan(0.7);
  });

  it('believe what all hours have in common sooner than how they differ', () => {
    const ones = new Float64Array(DAYS * 24).fill(1);
    const counts = ones.map(() => random.poisson(1));
    const ratios = hourRatios(evenNoise(1, 0.5), counts, ones);
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / 24;
    // Poisson noise beside a variance of 1 + 0.5.
    expect(mean).toBeGreaterThan(0.62);
    expect(mean).toBeLessThan(0.71);
    for (const ratio of ratios) expect(Math.abs(ratio - mean)).toBeLessThan(0.2);
  });

  it('say nothing of hours with few days, or where nothing is expected', () => {
    const counts = countsWith((hour) => (hour < 2 ? 30 : 1)).map((count, at) =>
      at % 24 === 1 && at > 4 * 24 ? NaN : count,
    );
    const rare = expected.map((mean, at) => (at % 24 === 0 ? 0.05 : mean));
    const ratios = hourRatios(evenNoise(1, 0.1), counts, rare);
    expect(ratios[0]).toBe(ratios[1]);
    expect(ratios[1]).toBeCloseTo(1, 9);
  });
});

describe('the noise of a quiet hour', () => {
  it('is that of its own counts, though other hours are noisy, but never below Poisson noise', () => {
    const noise = estimateNoise(
      countsWith((hour) => (hour < 2 ? 60 : 1)),
      expected,
    );
    expect(varianceOf(noise, LEVEL, 12) / LEVEL).toBeLessThan(1.5);
    expect(varianceOf(noise, LEVEL, 12)).toBeGreaterThanOrEqual(LEVEL);
    expect(varianceOf(noise, LEVEL, 1) / LEVEL).toBeGreaterThan(10);
  });
});
