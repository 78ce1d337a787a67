import { randomFrom } from '../../../../test/generator/random';
import { naiveCorrelation } from '../../../../test/naive/togetherness';
import { evenNoise, varianceOf } from '../noise';
import { measureTogetherness, standardize } from './togetherness';

const DAYS = 31;
const noise = evenNoise(1, 0.1);
const random = randomFrom(3);

/** Days around 50 events an hour; `loud` draws how loud the day is and how its hours wander. */
function drawDays(loud: () => (hour: number) => number): {
  readonly counts: Float64Array;
  readonly expected: Float64Array;
} {
  const counts = Float64Array.from(
    Array.from({ length: DAYS }, () => {
      const at = loud();
      return Array.from({ length: 24 }, (_, hour) => random.poisson(50 * Math.exp(at(hour))));
    }).flat(),
  );
  return { counts, expected: new Float64Array(counts.length).fill(50) };
}

function residuals({ counts, expected }: ReturnType<typeof drawDays>): number[][] {
  return Array.from({ length: DAYS }, (_, row) => {
    const z = new Float64Array(counts.length);
    const deviations = expected.map((usual, at) => Math.sqrt(varianceOf(noise, usual, at % 24)));
    standardize(counts, expected, row * 24, deviations, z);
    return Array.from(z.subarray(row * 24, row * 24 + 24));
  });
}

const wandering = () => {
  let drift = random.normal();
  return () => {
    drift = 0.8 * drift + 0.6 * random.normal();
    return 0.3 * drift;
  };
};
const wholeDays = () => {
  const loudness = 0.4 * random.normal();
  return () => loudness;
};

describe('measureTogetherness', () => {
  it.each([
    ['hours that wander together', wandering],
    ['days that are loud as a whole', wholeDays],
  ])('measures %s, as all pairs one by one do', (_, loud) => {
    const drawn = drawDays(loud);
    const z = residuals(drawn);
    const found = measureTogetherness(drawn.counts, drawn.expected, noise);
    const shrunk = (from: number, to: number) =>
      (naiveCorrelation(z, from, to) * DAYS) / (DAYS + 12);
    const day = Math.max(0, Math.min(0.9, shrunk(6, 23)));
    expect(found?.day).toBeCloseTo(day, 9);
    expect(found?.near).toBeCloseTo(Math.max(0, Math.min(shrunk(1, 1) - day, 0.95 - day)), 9);
  });

  it('distinguishes a day that is high as a whole from hours that wander', () => {
    const [wander, loud] = [wandering, wholeDays].map((draw) => {
      const { counts, expected } = drawDays(draw);
      return measureTogetherness(counts, expected, noise);
    });
    expect(wander?.near).toBeGreaterThan(0.2);
    expect(loud?.day).toBeGreaterThan(0.3);
    expect(loud?.near).toBeLessThan(0.1);
  });

  it('sees nothing in a series that never differs from what is expected', () => {
    const expected = new Float64Array(DAYS * 24).fill(9);
    expect(measureTogetherness(expected, expected, noise)).toBeUndefined();
  });
});
