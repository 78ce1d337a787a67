import { deviationsFor, normalSurprisal } from './normal_tail';

/** By Laplace's fraction with far more steps than it takes. */
function byLongFraction(z: number, steps = 300): number {
  let below = z;
  for (let k = steps; k >= 1; k -= 1) below = z + k / below;
  return (0.5 * z * z + 0.5 * Math.log(2 * Math.PI) + Math.log(below)) / Math.LN10;
}

describe('normalSurprisal', () => {
  it('agrees with tables of the normal distribution', () => {
    expect(normalSurprisal(0)).toBeCloseTo(Math.log10(2), 12);
    expect(10 ** -normalSurprisal(1)).toBeCloseTo(0.158655253931457, 12);
    expect(10 ** -normalSurprisal(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(normalSurprisal(5)).toBeCloseTo(-Math.log10(2.866515718791939e-7), 9);
    expect(normalSurprisal(10)).toBeCloseTo(-Math.log10(7.619853024160527e-24), 9);
  });

  it('continues if the chance itself is too small for a number', () => {
    expect(normalSurprisal(1000)).toBeCloseTo(217150.64, 2);
  });

  it('takes enough steps of the fraction everywhere', () => {
    for (let z = 3; z < 40; z += 0.01) {
      expect(Math.abs(normalSurprisal(z) / byLongFraction(z) - 1)).toBeLessThan(4e-15);
    }
  });

  it('is read from its table to the last digits, on the places and between them', () => {
    for (let z = 0.3; z < 3; z += 0.003) {
      expect(Math.abs(normalSurprisal(z) - byLongFraction(z, 5000))).toBeLessThan(2e-15);
    }
  });

  it('has no step where the table ends', () => {
    expect(normalSurprisal(8) - normalSurprisal(8 - 1e-9)).toBeLessThan(1e-8);
    expect(normalSurprisal(8)).toBeGreaterThan(normalSurprisal(8 - 1e-9));
  });

  it('has no step where the series hands over to the fraction', () => {
    expect(normalSurprisal(1.5) - normalSurprisal(1.5 - 1e-9)).toBeLessThan(1e-8);
    expect(normalSurprisal(1.5)).toBeGreaterThan(normalSurprisal(1.5 - 1e-9));
  });

  it('is turned around by deviationsFor', () => {
    for (const deviations of [0.1, 1, 2.95, 5, 40]) {
      expect(deviationsFor(normalSurprisal(deviations))).toBeCloseTo(deviations, 9);
    }
  });
});
