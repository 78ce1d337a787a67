import { hourRatios } from './hour_ratios';
import { exp, log } from './tails/logarithm';
import { evenNoise, FAR_OUT_SQUARED, LEAST_SPREAD, TELLING_COUNT, type Noise } from './noise';

const { max } = Math;
const { isNaN: isUnknown } = Number;

// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const MOST = FAR_OUT_SQUARED;
const TELLING = TELLING_COUNT;

/** However steady training was, noise is no less than a third of Poisson noise. */
const LEAST_UNIT = 0.1;
const MOST_SPREAD = 20;
/** Halvings of the range that is searched: the spread is found to 1 %. */
const HALVINGS = 10;

/** What estimating needs of the hours that are known: side by side, so that it can be quick. */
interface Residuals {
  readonly expected: Float64Array;
  readonly squares: Float64Array;
  /** How telling each hour is. */
  readonly weights: Float64Array;
  readonly known: number;
  readonly weight: number;
}

function residualsOf(counts: Float64Array, expected: Float64Array): Residuals {
  const squares = new Float64Array(counts.length);
  const weights = new Float64Array(counts.length);
  const means = new Float64Array(counts.length);
  let [known, weight] = [0, 0];
  for (let at = 0; at < counts.length; at += 1) {
    const mean = expected[at] ?? 0;
    const residual = (counts[at] ?? 0) - mean;
    if (isUnknown(residual)) continue;
    means[known] = mean;
    squares[known] = residual * residual;
    weights[known] = mean / (mean + TELLING);
    weight += mean / (mean + TELLING);
    known += 1;
  }
  return { expected: means, squares, weights, known, weight };
}

/** Mean of the capped squares of standardized residuals. */
function meanSquare(
  { expected, squares, weights, known, weight }: Residuals,
  spread: number,
): number {
  let sum = 0;
  for (let at = 0; at < known; at += 1) {
    const mean = expected[at] ?? 0;
    const square = (squares[at] ?? 0) / (mean + spread * mean * mean);
    sum += (weights[at] ?? 0) * (square < MOST ? square : MOST);
  }
  return weight === 0 ? 1 : sum / weight;
}

/** The noise that holds for all hours alike. */
function pooledNoise(counts: Float64Array, expected: Float64Array): Noise {
  const residuals = residualsOf(counts, expected);
  const poisson = meanSquare(residuals, 0);
  if (poisson <= 1) return evenNoise(max(poisson, LEAST_UNIT), LEAST_SPREAD);
  if (meanSquare(residuals, LEAST_SPREAD) <= 1) return evenNoise(1, LEAST_SPREAD);
  let [low, high] = [log(LEAST_SPREAD), log(MOST_SPREAD)];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (meanSquare(residuals, exp(middle)) > 1) low = middle;
    else high = middle;
  }
  return evenNoise(1, exp(high));
}

/**
 * Estimates the noise of a series: the spread at which squared standardized residuals are 1 on
 * average, each counting 25 at most, so that one odd day widens nothing; then how hours differ from
 * that. Where even Poisson noise is more than is seen, the spread is next to 0 and the unit below 1.
 *
 * @param counts days × 24, NaN where not known
 * @param expected what was expected of each, the day itself left out; above 0
 */
export function estimateNoise(counts: Float64Array, expected: Float64Array): Noise {
  const pooled = pooledNoise(counts, expected);
  return { ...pooled, ratios: hourRatios(pooled, counts, expected) };
}
