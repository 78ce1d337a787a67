import { amplitudes, spectrumOf } from '../spectrum';
import { weightedGap } from './difference';

/** cos and sin of 2πj/n for j = 0 … n−1. */
interface Circle {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

const circles = new Map<number, Circle>();

function circleOf(length: number): Circle {
  const kept = circles.get(length);
  if (kept !== undefined) return kept;
  const angles = Float64Array.from({ length }, (_, j) => (2 * Math.PI * j) / length);
  const made = { cos: angles.map(Math.cos), sin: angles.map(Math.sin) };
  circles.set(length, made);
  return made;
}

/**
 * How much of the difference each hour carries: (d − d_i) / d, where d_i is the difference once
 * hour i has its usual count. The divisor |T_4| cancels, so the share is finite even where the
 * difference is not. The shares need not add up to 1; an hour that pulls against the day is below 0.
 *
 * Replacing hour i by t_i adds (t_i − x_i) · e^(−2πik·i/n) to component k: no transform is needed.
 *
 * @param day counts x of the tested day
 * @param wave counts t of the usual day, as many
 * @param depth how many components are compared
 * @returns one share an hour; zeros where the days do not differ
 */
export function contributionsOf(
  day: readonly number[],
  wave: readonly number[],
  depth: number,
): number[] {
  const spectrum = spectrumOf(day);
  const waveAmplitudes = amplitudes(spectrumOf(wave), depth);
  const gapsTo = (amplitude: (k: number) => number): number =>
    weightedGap(waveAmplitudes.map((usual, k) => Math.abs(amplitude(k) - usual)));
  const whole = gapsTo((k) => Math.hypot(spectrum.re[k] ?? 0, spectrum.im[k] ?? 0));
  if (whole === 0) return day.map(() => 0);
  const { cos, sin } = circleOf(day.length);
  return day.map((count, hour) => {
    const change = (wave[hour] ?? 0) - count;
    if (change === 0) return 0;
    const replaced = gapsTo((k) => {
      const turn = (k * hour) % day.length;
      return Math.hypot(
        (spectrum.re[k] ?? 0) + change * (cos[turn] ?? 0),
        (spectrum.im[k] ?? 0) - change * (sin[turn] ?? 0),
      );
    });
    return (whole - replaced) / whole;
  });
}
