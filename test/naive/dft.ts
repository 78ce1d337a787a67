import type { Spectrum } from '../../common/waveform/hours/spectrum';

/** The discrete Fourier transform by its definition, term by term. */
export function naiveDft(series: readonly number[]): Spectrum {
  const length = series.length;
  const re = Array<number>(length).fill(0);
  const im = Array<number>(length).fill(0);
  for (let k = 0; k < length; k += 1) {
    series.forEach((value, j) => {
      const angle = (-2 * Math.PI * ((j * k) % length)) / length;
      re[k] = (re[k] ?? 0) + value * Math.cos(angle);
      im[k] = (im[k] ?? 0) + value * Math.sin(angle);
    });
  }
  return { re, im };
}
