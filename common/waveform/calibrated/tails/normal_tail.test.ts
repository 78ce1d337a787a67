import { deviationsFor, normalSurprisal } from './normal_tail';

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

  it('has no step where the series hands over to the fraction', () => {
    expect(normalSurprisal(3) - normalSurprisal(3 - 1e-9)).toBeLessThan(1e-8);
    expect(normalSurprisal(3)).toBeGreaterThan(normalSurprisal(3 - 1e-9));
  });

  it('is turned around by deviationsFor', () => {
    for (const deviations of [0.1, 1, 2.95, 5, 40]) {
      expect(deviationsFor(normalSurprisal(deviations))).toBeCloseTo(deviations, 9);
    }
  });
});
