import { checkCase } from '../../common/waveform/hours/series_case';
import { families } from './families';
import { generateCases } from './labeled_case';

const cases = generateCases(3, 12);

describe('generateCases', () => {
  it('gives the same cases for the same seed, others for another', () => {
    expect(generateCases(3, 2)).toEqual(generateCases(3, 2));
    expect(generateCases(4, 2)).not.toEqual(generateCases(3, 2));
  });

  it('has cases of every family, some of them normal and some not', () => {
    expect(new Set(cases.map(({ family }) => family))).toEqual(new Set(families.keys()));
    const normal = cases.filter(({ kind }) => kind === 'normal').length / cases.length;
    expect(normal).toBeGreaterThan(0.5);
    expect(normal).toBeLessThan(0.8);
  });

  it('makes cases that a method can assess, labeled if they are not normal', () => {
    for (const one of cases) {
      checkCase(one);
      expect(one.hours.length > 0).toBe(one.kind !== 'normal');
      expect([...one.hours].sort((a, b) => a - b)).toEqual(one.hours);
      expect(one.training.every(({ day }) => day < one.day)).toBe(true);
    }
  });
});
