const { abs, round } = Math;

const SIGNIFICANT_DIGITS = 9;
/** Powers of ten up to this one are exact as numbers. */
const MOST_POWER = 22;
const POWERS = Float64Array.from({ length: MOST_POWER + 1 }, (_, power) => Number(`1e${power}`));
const LEAST_WHOLE = 1e8;
const MOST_WHOLE = 1e9;
/** This near to a half, the product may have been rounded to the other side of it. */
const NEAR_HALF = 0.4999;

/** The power of ten that makes a whole number of nine digits of a size, if one does. */
function scaleOf(size: number): number {
  let power = SIGNIFICANT_DIGITS - 1;
  while (power > 0 && size * (POWERS[power] ?? 1) >= MOST_WHOLE) power -= 1;
  while (power < MOST_POWER && size * (POWERS[power] ?? 1) < LEAST_WHOLE) power += 1;
  return POWERS[power] ?? 1;
}

/**
 * Numbers that agree between machines to the last digit: 9 significant digits.
 *
 * The fast way scales to a whole number of nine digits and back. Both powers and that number are
 * exact, so the last division (or product) gives the number nearest to the decimal one, as parsing
 * it does. If the product is near a half, or the power is not exact, the text form decides.
 */
export function rounded(value: number): number {
  if (value === 0) return 0;
  const scale = scaleOf(abs(value));
  const scaled = value * scale;
  const whole = round(scaled);
  const size = abs(whole);
  if (size >= LEAST_WHOLE && size < MOST_WHOLE && abs(scaled - whole) < NEAR_HALF) {
    return whole / scale;
  }
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}
