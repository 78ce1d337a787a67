import type { Lengths } from './hour_stretches';
import { lengthOf } from './logged_events';

type Counts = readonly (number | null)[];

/** How exactly expected counts are stored. */
export const EXPECTED = { digits: 4, decimals: 2 };

/** How far from a whole number the decimal digits decide how it is rounded. */
const NEAR_HALF = 0.499999;
/** Significant digits are rounded before decimals, which moves the last decimal by up to 0.05. */
const NEAR_HALF_TWICE = 0.44;

/** Rounds by arithmetic, in a fifth of the time; undefined if the decimal digits decide. */
function roundFast(
  { digits, decimals }: Readonly<typeof EXPECTED>,
  value: number,
): number | undefined {
  const size = Math.abs(value);
  if (size >= 10 ** digits) return undefined;
  let kept = digits - 1;
  for (let power = 10; power <= size; power *= 10) kept -= 1;
  // Zeros after the point are not significant.
  for (let power = 1; power > size && kept <= decimals; power /= 10) kept += 1;
  const isByDecimals = kept > decimals;
  const scale = 10 ** (isByDecimals ? decimals : kept);
  const scaled = value * scale;
  const whole = Math.round(scaled);
  const limit = isByDecimals ? NEAR_HALF_TWICE : NEAR_HALF;
  return Math.abs(scaled - whole) > limit ? undefined : whole / scale;
}

/** The same number with few significant digits, which takes a third of the space. */
export function roundTo(precision: Readonly<typeof EXPECTED>, value: number): number {
  const { digits, decimals } = precision;
  if (!Number.isFinite(value)) return value;
  // Most are counts that have few digits anyway. Adding 0 makes 0 of −0, as rounding does.
  if (Number.isInteger(value) && Math.abs(value) < 10 ** digits) return value + 0;
  const rounded = roundFast(precision, value);
  if (rounded !== undefined) return rounded;
  const precise = Number(value.toPrecision(digits));
  // So large a number has no further decimals.
  if (Math.abs(value) >= 10 ** (digits - decimals - 1)) return precise;
  return Number(precise.toFixed(decimals));
}

/**
 * The usual number of events of a day, in the hours that are known of it, each as long as it lasts on
 * that day. It is the sum of the hours as they are stored, so that it is the same number before and
 * after a day is stored.
 */
export function usualTotal(today: Counts, usual: Counts, columns: Lengths): number {
  const total = usual.reduce<number>((sum, count, hour) => {
    if ((today[hour] ?? null) === null) return sum;
    return sum + roundTo(EXPECTED, count ?? 0) * lengthOf(columns, hour);
  }, 0);
  return Number(total.toFixed(EXPECTED.decimals));
}
