declare module 'fft.js' {
  /** Radix-4 fast Fourier transform of complex arrays: [re0, im0, re1, im1, …]. */
  export default class FFT {
    /** @param size a power of two, at least 2 */
    constructor(size: number);
    readonly size: number;
    createComplexArray(): number[];
    transform(out: number[], data: ArrayLike<number>): void;
    inverseTransform(out: number[], data: ArrayLike<number>): void;
  }
}
