import { exp as expOf, log as logOf } from './logarithm';

const { floor } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const exp = expOf;
const log = logOf;

/** Below this the series is exact, above it the continued fraction. */
const FAR = 1.5;
const SERIES_TERMS = 60;
/** Further out the fraction converges faster: after about 500 / z² steps, and some more. */
const DEPTH_OF_ONE = 500;
const MORE_DEPTH = 8;
const LOG_ROOT_TWO_PI = 0.5 * log(2 * Math.PI);

/** Q(z) through φ(z) · (z + z³/3 + z⁵/(3·5) + …), the area between 0 and z. */
function nearTail(z: number): number {
  // A sum is a number for sure. If it might be anything, each step would make an object of it.
  let term = 0 + z;
  let sum = term;
  for (let k = 3; k < 2 * SERIES_TERMS && term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - sum * exp(-0.5 * z * z - LOG_ROOT_TWO_PI);
}

/** Q(z)/φ(z) through Laplace's continued fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))). */
function farRatio(z: number): number {
  const depth = floor(DEPTH_OF_ONE / (z * z)) + MORE_DEPTH;
  let below = 0 + z; // See above.
  for (let k = depth; k >= 1; k -= 1) below = z + k / below;
  return 1 / below;
}

/** The same as `normalSurprisal`, step by step. */
function surprisalBySteps(z: number): number {
  if (z < FAR) return -log(nearTail(z)) / Math.LN10;
  return (0.5 * z * z + LOG_ROOT_TWO_PI - log(farRatio(z))) / Math.LN10;
}

/** Places in the table between z and z + 1. */
const PLACES = 32;
const TABLED = 8;
/** What the table holds of a place: the coefficients of a polynomial of the fifth degree. */
const TERMS = 6;

/**
 * Taylor's coefficients of the surprisal at a place. Its derivative is the hazard h = φ(z)/Q(z), by
 * ln 10, and h′ = h·(h − z), from which the others follow.
 */
function coefficientsAt(z: number): number[] {
  const surprisal = surprisalBySteps(z);
  const hazard = exp(surprisal * Math.LN10 - 0.5 * z * z - LOG_ROOT_TWO_PI);
  const second = hazard * (hazard - z);
  const third = second * (2 * hazard - z) - hazard;
  const fourth = third * (2 * hazard - z) + 2 * second * (second - 1);
  const fifth = fourth * (2 * hazard - z) + 3 * third * (2 * second - 1);
  const others = [hazard, second / 2, third / 6, fourth / 24, fifth / 120];
  return [surprisal, ...others.map((term) => term / Math.LN10)];
}

const TABLE = Float64Array.from(
  Array.from({ length: PLACES * TABLED + 1 }, (_, place) => coefficientsAt(place / PLACES)).flat(),
);

/**
 * How rare it is that a standard normal number exceeds z: −log₁₀ of that chance. It only uses log
 * and exp, so it works even if the chance itself is too small for a number: 217,151 at z = 1000.
 * Up to z = 8 it is read from a table, to 15 decimals.
 *
 * @param z at least 0
 */
export function normalSurprisal(z: number): number {
  if (!(z < TABLED)) return surprisalBySteps(z);
  const place = floor(z * PLACES + 0.5);
  const away = z - place / PLACES;
  const at = place * TERMS;
  let sum = TABLE[at + 5] ?? 0;
  sum = sum * away + (TABLE[at + 4] ?? 0);
  sum = sum * away + (TABLE[at + 3] ?? 0);
  sum = sum * away + (TABLE[at + 2] ?? 0);
  sum = sum * away + (TABLE[at + 1] ?? 0);
  return sum * away + (TABLE[at] ?? 0);
}

/** How many standard deviations out a normal number is that rare. @param surprisal 0.302 to 10,000 */
export function deviationsFor(surprisal: number): number {
  let [low, high] = [0, 220];
  for (let middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (normalSurprisal(middle) < surprisal) low = middle;
    else high = middle;
  }
  return high;
}
