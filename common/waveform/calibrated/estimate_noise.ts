import { HOURS_PER_DAY } from '../../time';
import { hourRatios } from './hour_ratios';
import {
  evenNoise,
  FAR_OUT_SQUARED,
  FIRST_GUESS,
  LEAST_SPREAD,
  TELLING_COUNT,
  type Noise,
} from './noise';
import { searchSpread, spreadAt } from './spread_search';

const { max } = Math;
const { isNaN: isUnknown } = Number;

// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const MOST = FAR_OUT_SQUARED;
const TELLING = TELLING_COUNT;

/** However steady training was, noise is no less than a third of Poisson noise. */
const LEAST_UNIT = 0.1;

/** What estimating needs of the hours that are known: side by side, so that it can be quick. */
export interface Residuals {
  readonly expected: Float64Array;
  readonly squares: Float64Array;
  /** How telling each hour is. */
  readonly weights: Float64Array;
  /** Where the ratios of the hours are written. */
  readonly ratios: Float64Array;
  known: number;
  weight: number;
  /** By how much the logarithm of the mean square fell with that of the spread asked for last. */
  fall: number;
}

/** Room for the residuals of so many hours, to be used again. */
export function roomForResiduals(hours: number): Residuals {
  const [expected, squares, weights] = [
    new Float64Array(hours),
    new Float64Array(hours),
    new Float64Array(hours),
  ];
  const ratios = new Float64Array(HOURS_PER_DAY);
  return { expected, squares, weights, ratios, known: 0, weight: 0, fall: 0 };
}

function fillResiduals(room: Residuals, counts: Float64Array, expected: Float64Array): void {
  const { expected: means, squares, weights } = room;
  let known = 0;
  let weight = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const mean = expected[at] ?? 0;
    const residual = (counts[at] ?? 0) - mean;
    if (isUnknown(residual)) continue;
    const telling = mean / (mean + TELLING);
    means[known] = mean;
    squares[known] = residual * residual;
    weights[known] = telling;
    weight += telling;
    known += 1;
  }
  room.known = known;
  room.weight = weight;
}

/** Mean of the capped squares of standardized residuals; how fast it falls is left in the room. */
function meanSquare(room: Residuals, spread: number): number {
  const { expected, squares, weights, known, weight } = room;
  let sum = 0;
  let fall = 0;
  for (let at = 0; at < known; at += 1) {
    const mean = expected[at] ?? 0;
    const own = spread * mean;
    const outer = 1 + own;
    // The division that takes long is made once for both.
    const part = 1 / (mean * outer);
    const square = (squares[at] ?? 0) * part;
    const telling = weights[at] ?? 0;
    if (square < MOST) {
      const told = telling * square;
      sum += told;
      fall += told * own * mean * part;
    } else {
      sum += telling * MOST;
    }
  }
  room.fall = sum > 0 ? fall / sum : 0;
  return weight === 0 ? 1 : sum / weight;
}

/** Noise next to that of Poisson, or below it. */
function steadyNoise(residuals: Residuals): Noise {
  const poisson = meanSquare(residuals, 0);
  if (poisson <= 1) return evenNoise(max(poisson, LEAST_UNIT), LEAST_SPREAD);
  return evenNoise(1, LEAST_SPREAD);
}

/** The noise that holds for all hours alike. @param before a guess: decides only how long it takes */
function pooledNoise(residuals: Residuals, before: Noise): Noise {
  const wasLeast = before.spread <= LEAST_SPREAD || residuals.known === 0;
  if (wasLeast && meanSquare(residuals, LEAST_SPREAD) <= 1) return steadyNoise(residuals);
  const place = searchSpread(
    (spread) => meanSquare(residuals, spread),
    before.spread,
    () => residuals.fall,
  );
  // The first place is also that of all that need no spread.
  if (place === 1 && !wasLeast && meanSquare(residuals, LEAST_SPREAD) <= 1) {
    return steadyNoise(residuals);
  }
  return evenNoise(1, spreadAt(place));
}

/**
 * Estimates the noise of a series: the spread at which squared standardized residuals are 1 on
 * average, each counting 25 at most, so that one odd day widens nothing; then how hours differ from
 * that. Where even Poisson noise is more than is seen, the spread is next to 0 and the unit below 1.
 *
 * @param counts days × 24, NaN where not known
 * @param expected what was expected of each, the day itself left out; above 0
 * @param before the noise of the turn before, near which the search begins: it decides no digit
 * @param room used again for each series; the ratios of the result stand in it
 */
export function estimateNoise(
  counts: Float64Array,
  expected: Float64Array,
  before: Noise = FIRST_GUESS,
  room: Residuals = roomForResiduals(counts.length),
): Noise {
  fillResiduals(room, counts, expected);
  const pooled = pooledNoise(room, before);
  return { ...pooled, ratios: hourRatios(pooled, counts, expected, room.ratios) };
}
