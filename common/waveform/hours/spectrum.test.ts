import fc from 'fast-check';
import { naiveDft } from '../../../test/naive/dft';
import { amplitudes, spectrumOf } from './spectrum';

/** Smaller numbers lose their digits, and a share of them is 0: no count is among them. */
const UNDERFLOW = 1e-300;

function expectLikeNaive(series: readonly number[]): void {
  const sum = series.reduce((total, value) => total + Math.abs(value), 0);
  const [fast, naive] = [spectrumOf(series), naiveDft(series)];
  for (let k = 0; k < series.length; k += 1) {
    const gap = Math.hypot(
      (fast.re[k] ?? 0) - (naive.re[k] ?? 0),
      (fast.im[k] ?? 0) - (naive.im[k] ?? 0),
    );
    expect(gap).toBeLessThanOrEqual(Math.max(1e-9 * sum, UNDERFLOW));
  }
}

describe('spectrumOf', () => {
  it('transforms four numbers as by hand', () => {
    const { re, im } = spectrumOf([1, 2, 3, 4]);
    expect([...re].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([10, -2, -2, -2]);
    expect([...im].map((value) => Math.round(value * 1e9) / 1e9 + 0)).toEqual([0, 2, 0, -2]);
  });

  it('agrees with the definition for constant and zero series of every length to 200', () => {
    for (let length = 1; length <= 200; length += 1) {
      expectLikeNaive(Array<number>(length).fill(9));
      expectLikeNaive(Array<number>(length).fill(0));
    }
  });

  it('agrees with the definition for random series of lengths 1 to 200', () => {
    const count = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(fc.property(fc.array(count, { minLength: 1, maxLength: 200 }), expectLikeNaive));
  });

  it('refuses what is not a finite number, and nothing at all', () => {
    expect(() => spectrumOf([1, Number.NaN])).toThrow('the count at 1 is not a finite number');
    expect(() => spectrumOf([])).toThrow(RangeError);
  });
});

describe('amplitudes', () => {
  it('gives the first components only', () => {
    expect(amplitudes(spectrumOf([1, 2, 3, 4]), 2)).toEqual([
      10,
      expect.closeTo(Math.SQRT2 * 2, 12),
    ]);
  });
});
