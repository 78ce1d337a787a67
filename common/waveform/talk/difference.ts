import type { TransformedDay } from './transformed_day';

/** Amplitudes below this share of Σ|t| are rounding: a constant day of 9 has |T_4| = 3e-14. */
const ROUNDING = 1e-9;

/** How far a day x is from its usual day t, through the amplitudes of their first components. */
export interface Difference {
  /** (1/depth) · Σ_k gap_k / 2^k, in events; 0 when the amplitudes agree. */
  readonly undivided: number;
  /** `undivided` over the amplitude of t's last component: Infinity if that is 0 and x differs. */
  readonly difference: number;
  /** gap_k = ||X_k| − |T_k||, in events, one for each component compared. */
  readonly gaps: readonly number[];
}

/** Σ_k gap_k / 2^k, averaged over the components. */
function weightedGap(gaps: readonly number[]): number {
  return gaps.reduce((sum, gap, k) => sum + gap / 2 ** k, 0) / gaps.length;
}

/**
 * The difference of two days by the method of the talk "Roll Your Own SIEM": difference(x, t) =
 * (1/depth) · Σ_{k<depth} ||X_k| − |T_k|| / 2^k / |T_{depth−1}|.
 *
 * If |T_{depth−1}| counts as 0, the difference is Infinity if any gap exceeds rounding, else 0.
 *
 * @param day the tested day x
 * @param wave the usual day t, as many counts and components
 */
export function differenceOf(day: TransformedDay, wave: TransformedDay): Difference {
  const gaps = day.amplitudes.map((amplitude, k) =>
    Math.abs(amplitude - (wave.amplitudes[k] ?? 0)),
  );
  const undivided = weightedGap(gaps);
  const divisor = wave.amplitudes.at(-1) ?? 0;
  const rounding = ROUNDING * wave.counts.reduce((sum, count) => sum + Math.abs(count), 0);
  if (divisor > rounding) return { undivided, difference: undivided / divisor, gaps };
  const differs = gaps.some((gap) => gap > rounding);
  return { undivided, difference: differs ? Infinity : 0, gaps };
}
