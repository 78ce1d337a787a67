import { naiveDft } from './dft';

/** The talk's difference with the definition's transform, whatever it costs; no rounding rule. */
export function naiveDifference(
  day: readonly number[],
  wave: readonly number[],
  depth: number,
): number {
  const [x, t] = [naiveDft(day), naiveDft(wave)];
  let sum = 0;
  for (let k = 0; k < depth; k += 1) {
    const gap = Math.hypot(x.re[k] ?? 0, x.im[k] ?? 0) - Math.hypot(t.re[k] ?? 0, t.im[k] ?? 0);
    sum += Math.abs(gap) / 2 ** k;
  }
  const last = Math.hypot(t.re[depth - 1] ?? 0, t.im[depth - 1] ?? 0);
  return sum / depth / last;
}

/** Each hour replaced by its usual count in turn, and the whole difference worked out again. */
export function naiveContributions(
  day: readonly number[],
  wave: readonly number[],
  depth: number,
): number[] {
  const whole = naiveDifference(day, wave, depth);
  return day.map((_, hour) => {
    const replaced = day.map((count, index) => (index === hour ? (wave[hour] ?? 0) : count));
    return (whole - naiveDifference(replaced, wave, depth)) / whole;
  });
}
