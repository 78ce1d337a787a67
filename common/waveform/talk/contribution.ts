import type { Spectrum } from '../hours';
import type { TransformedDay } from './transformed_day';

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
 * The undivided difference once `change` is added to one hour: that adds change · e^(−2πik·hour/n)
 * to component k, so no transform is needed.
 */
function undividedWith(
  change: number,
  hour: number,
  { re, im }: Spectrum,
  { cos, sin }: Circle,
  usual: readonly number[],
): number {
  let sum = 0;
  let weight = 1;
  for (let k = 0; k < usual.length; k += 1) {
    const turn = (k * hour) % re.length;
    const real = (re[k] ?? 0) + change * (cos[turn] ?? 0);
    const imaginary = (im[k] ?? 0) - change * (sin[turn] ?? 0);
    const amplitude = Math.sqrt(real * real + imaginary * imaginary);
    sum += weight * Math.abs(amplitude - (usual[k] ?? 0));
    weight /= 2;
  }
  return sum / usual.length;
}

/**
 * How much of the difference each hour carries: (d − d_i) / d, where d_i is the difference once
 * hour i has its usual count. The divisor |T_4| cancels, so the share is finite even if the
 * difference is not. The shares need not add up to 1; an hour that pulls against the day is below
 * 0.
 *
 * @param day the tested day x
 * @param wave the usual day t, as many counts and components
 * @param undivided the difference of the two before it is divided, in events
 * @returns one share an hour; zeros if the days do not differ
 */
export function contributionsOf(
  day: TransformedDay,
  wave: TransformedDay,
  undivided: number,
): number[] {
  const circle = circleOf(day.counts.length);
  return day.counts.map((count, hour) => {
    const change = (wave.counts[hour] ?? 0) - count;
    if (change === 0 || undivided === 0) return 0;
    const rest = undividedWith(change, hour, day.spectrum, circle, wave.amplitudes);
    return (undivided - rest) / undivided;
  });
}
