import { HOURS_PER_DAY } from '../../time';
import { spectrumOf } from '../hours';

const { max, min, sqrt } = Math;

/**
 * Square roots of counts scatter alike at any height, and no count says more than the loudest hour
 * that is usual: so one attack does not decide.
 */
function levelled(counts: Float64Array, most: number): number[] {
  const roots = Array.from(counts, (count) => sqrt(min(count, most)));
  const mean = roots.reduce((sum, root) => sum + root, 0) / roots.length;
  return roots.map((root) => root - mean);
}

/** Shifts, the smallest first: a day that repeats itself looks the same at several. */
const SHIFTS = [
  0,
  ...Array.from({ length: HOURS_PER_DAY / 2 - 1 }, (_, place) => [place + 1, -place - 1]).flat(),
  HOURS_PER_DAY / 2,
];
/** What is less than this share better is as good. */
const AS_GOOD = 1e-9;

/**
 * The shift at which a day looks most like its usual day: the peak of their circular
 * cross-correlation Σ_h day(h + k) · usual(h), which is the transform of X · conj(U).
 *
 * @param counts 24 counts, all known
 * @returns hours from −11 to 12, the smallest of those as good: above 0 when the day is later than usual
 */
export function bestShift(counts: Float64Array, expected: Float64Array): number {
  const most = max(...expected);
  const x = spectrumOf(levelled(counts, most));
  const u = spectrumOf(levelled(expected, most));
  const re = x.re.map((real, k) => real * (u.re[k] ?? 0) + (x.im[k] ?? 0) * (u.im[k] ?? 0));
  const im = x.re.map((real, k) => (x.im[k] ?? 0) * (u.re[k] ?? 0) - real * (u.im[k] ?? 0));
  // The inverse transform's real part at k is that of the transform of the conjugate: Re F(re) + Im F(im).
  const [ofRe, ofIm] = [spectrumOf(Array.from(re)), spectrumOf(Array.from(im))];
  const correlation = (shift: number): number => {
    const place = (shift + HOURS_PER_DAY) % HOURS_PER_DAY;
    return (ofRe.re[place] ?? 0) + (ofIm.im[place] ?? 0);
  };
  const highest = max(...SHIFTS.map(correlation));
  return SHIFTS.find((shift) => correlation(shift) >= highest * (1 - AS_GOOD)) ?? 0;
}

/** A usual day as it would be `shift` hours later. */
export function shifted(expected: Float64Array, shift: number): Float64Array {
  return expected.map((_, hour) => expected[(hour - shift + HOURS_PER_DAY) % HOURS_PER_DAY] ?? 0);
}
