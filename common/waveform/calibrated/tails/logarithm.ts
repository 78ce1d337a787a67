/**
 * Logarithm and exponential from the four basic operations, which give the same number on every
 * machine. Those of `Math` do not: browsers and versions of Node differ in the last digit, and if a
 * score is next to a threshold, that digit decides.
 */

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
/** Which of the two words of a number has its exponent. */
const HIGH = LITTLE_ENDIAN ? 1 : 0;
const LOW = 1 - HIGH;
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

const EXPONENT_SHIFT = 20;
const EXPONENT_BIAS = 1023;
const FRACTION_BITS = 0xfffff;
const ONE = EXPONENT_BIAS << EXPONENT_SHIFT;

const LN2 = 0.6931471805599453;
/** The first 32 bits of log 2, so that whole multiples are exact, and the rest. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ROOT_TWO = 1.4142135623730951;
/** Up to here (the value for √2), the series below is as exact as numbers are. */
const MOST_RATIO = 0.1716;

/** log((1 + s) / (1 − s)) = 2 · (s + s³/3 + s⁵/5 + …), for |s| up to 0.172. */
function logOfRatio(s: number): number {
  const z = s * s;
  let sum = 1 / 23;
  sum = sum * z + 1 / 21;
  sum = sum * z + 1 / 19;
  sum = sum * z + 1 / 17;
  sum = sum * z + 1 / 15;
  sum = sum * z + 1 / 13;
  sum = sum * z + 1 / 11;
  sum = sum * z + 1 / 9;
  sum = sum * z + 1 / 7;
  sum = sum * z + 1 / 5;
  sum = sum * z + 1 / 3;
  return 2 * (s + s * z * sum);
}

/** The natural logarithm. @param x above 1e-307, finite */
export function log(x: number): number {
  number[0] = x;
  const high = words[HIGH] ?? 0;
  let exponent = (high >>> EXPONENT_SHIFT) - EXPONENT_BIAS;
  words[HIGH] = (high & FRACTION_BITS) | ONE;
  let fraction = number[0];
  if (fraction > ROOT_TWO) {
    fraction /= 2;
    exponent += 1;
  }
  const rest = logOfRatio((fraction - 1) / (fraction + 1));
  return exponent * LN2_HIGH + (exponent * LN2_LOW + rest);
}

/** log(1 + x), exact where x is small. @param x above −1 */
export function log1p(x: number): number {
  const s = x / (2 + x);
  return s > -MOST_RATIO && s < MOST_RATIO ? logOfRatio(s) : log(1 + x);
}

/** 1 / term: each step of the series waits for the one before, and a division is slow. */
const MOST_TERMS = 14;
const SHARES = Float64Array.from({ length: MOST_TERMS + 1 }, (_, term) => 1 / Math.max(term, 1));

/** e to the power of x. @param x from −700 to 700 */
export function exp(x: number): number {
  const exponent = Math.round(x / LN2);
  const rest = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  let sum = 1;
  for (let term = MOST_TERMS; term >= 1; term -= 1) sum = 1 + sum * rest * (SHARES[term] ?? 0);
  words[LOW] = 0;
  words[HIGH] = (exponent + EXPONENT_BIAS) << EXPONENT_SHIFT;
  return sum * (number[0] ?? 1);
}
