const { abs, floor, log10, round } = Math;

const SIGNIFICANT_DIGITS = 9;
/** Powers of ten up to this one are exact as numbers. */
const MOST_POWER = 22;
const POWERS = Float64Array.from({ length: MOST_POWER + 1 }, (_, power) => Number(`1e${power}`));
const LEAST_WHOLE = 1e8;
const MOST_WHOLE = 1e9;
/** This near to a half, the product may have been rounded to the other side of it. */
const NEAR_HALF = 0.4999;

/**
 * Numbers that agree between machines to the last digit: 9 significant digits.
 *
 * The fast way scales to a whole number of nine digits and back. Both powers and that number are
 * exact, so the last division (or product) gives the number nearest to the decimal one, as parsing
 * it does. If the product is near a half, or the power is not exact, the text form decides.
 */
export function rounded(value: number): number {
  if (value === 0) return 0;
  const power = SIGNIFICANT_DIGITS - 1 - floor(log10(abs(value)));
  if (power >= 0 && power <= MOST_POWER) {
    const scale = POWERS[power] ?? 1;
    const scaled = value * scale;
    const whole = round(scaled);
    const size = abs(whole);
    if (size >= LEAST_WHOLE && size < MOST_WHOLE && abs(scaled - whole) < NEAR_HALF) {
      return whole / scale;
    }
  }
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}
