import { amplitudes, spectrumOf, type Spectrum } from '../hours';

/** A day with its transform, from which both difference and contributions are computed. */
export interface TransformedDay {
  readonly counts: readonly number[];
  readonly spectrum: Spectrum;
  /** |X_k| of the components that are compared, in events. */
  readonly amplitudes: readonly number[];
}

/**
 * Transforms the counts of a day.
 *
 * @param depth how many components are compared, from the constant one on
 * @throws RangeError for no counts, or one that is not a finite number
 */
export function transformDay(counts: readonly number[], depth: number): TransformedDay {
  const spectrum = spectrumOf(counts);
  return { counts, spectrum, amplitudes: amplitudes(spectrum, depth) };
}
