import FFT from 'fft.js';

/** The discrete Fourier transform of n real numbers: X_k = re[k] + i·im[k], k = 0 … n−1. */
export interface Spectrum {
  readonly re: readonly number[];
  readonly im: readonly number[];
}

/** What transforming n numbers needs and does not depend on their values. */
interface Plan {
  readonly fft: FFT;
  /** e^(−iπj²/n), j = 0 … n−1, as re and im. */
  readonly chirpRe: Float64Array;
  readonly chirpIm: Float64Array;
  /** The transform of the conjugate chirp, laid around zero. */
  readonly kernel: readonly number[];
  readonly padded: number[];
  readonly transformed: number[];
  readonly product: number[];
  readonly convolved: number[];
}

const plans = new Map<number, Plan>();

function powerOfTwoFrom(least: number): number {
  let size = 2;
  while (size < least) size *= 2;
  return size;
}

function planFor(length: number): Plan {
  const kept = plans.get(length);
  if (kept !== undefined) return kept;
  const fft = new FFT(powerOfTwoFrom(2 * length - 1));
  const chirpRe = new Float64Array(length);
  const chirpIm = new Float64Array(length);
  const around = fft.createComplexArray().fill(0);
  for (let j = 0; j < length; j += 1) {
    // j² mod 2n keeps the angle small, and with it the rounding error.
    const angle = (-Math.PI * ((j * j) % (2 * length))) / length;
    chirpRe[j] = Math.cos(angle);
    chirpIm[j] = Math.sin(angle);
    for (const at of j === 0 ? [0] : [j, fft.size - j]) {
      around[2 * at] = Math.cos(angle);
      around[2 * at + 1] = -Math.sin(angle);
    }
  }
  const kernel = fft.createComplexArray();
  fft.transform(kernel, around);
  const [padded, transformed, product, convolved] = [0, 1, 2, 3].map(() =>
    fft.createComplexArray().fill(0),
  ) as [number[], number[], number[], number[]];
  const made = { fft, chirpRe, chirpIm, kernel, padded, transformed, product, convolved };
  plans.set(length, made);
  return made;
}

function multiply(out: number[], a: readonly number[], b: readonly number[]): void {
  for (let at = 0; at < out.length; at += 2) {
    const ar = a[at] ?? 0;
    const ai = a[at + 1] ?? 0;
    const br = b[at] ?? 0;
    const bi = b[at + 1] ?? 0;
    out[at] = ar * br - ai * bi;
    out[at + 1] = ar * bi + ai * br;
  }
}

/**
 * The discrete Fourier transform X_k = Σ_j x_j · e^(−2πijk/n) of a series of any length n.
 *
 * fft.js takes powers of two only. Bluestein's identity jk = (j² + k² − (k−j)²) / 2 turns the sum
 * into a convolution with a chirp, and that into transforms of a power of two
 * (L. Bluestein, "A linear filtering approach to the computation of discrete Fourier transform", 1970).
 *
 * @param series n finite numbers
 * @throws RangeError for an empty series or a number that is not finite
 */
export function spectrumOf(series: readonly number[]): Spectrum {
  const length = series.length;
  if (length === 0) throw new RangeError('an empty series has no spectrum');
  const { fft, chirpRe, chirpIm, kernel, padded, transformed, product, convolved } =
    planFor(length);
  for (let j = 0; j < length; j += 1) {
    const value = series[j] ?? Number.NaN;
    if (!Number.isFinite(value)) throw new RangeError(`the count at ${j} is not a finite number`);
    padded[2 * j] = value * (chirpRe[j] ?? 0);
    padded[2 * j + 1] = value * (chirpIm[j] ?? 0);
  }
  fft.transform(transformed, padded);
  multiply(product, transformed, kernel);
  fft.inverseTransform(convolved, product);
  const re: number[] = [];
  const im: number[] = [];
  for (let k = 0; k < length; k += 1) {
    const cr = convolved[2 * k] ?? 0;
    const ci = convolved[2 * k + 1] ?? 0;
    const wr = chirpRe[k] ?? 0;
    const wi = chirpIm[k] ?? 0;
    re.push(cr * wr - ci * wi);
    im.push(cr * wi + ci * wr);
  }
  return { re, im };
}

/**
 * The length of a complex number. Math.hypot takes ten times as long, since it also handles lengths
 * beyond 1e154, which no log reaches in an hour.
 */
function magnitude(re: number, im: number): number {
  return Math.sqrt(re * re + im * im);
}

/** The amplitudes |X_k| of the first `depth` components. */
export function amplitudes({ re, im }: Spectrum, depth: number): number[] {
  const lengths: number[] = [];
  for (let k = 0; k < depth; k += 1) lengths.push(magnitude(re[k] ?? 0, im[k] ?? 0));
  return lengths;
}
