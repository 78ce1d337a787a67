import { HOURS_PER_DAY } from '../../time';
import { hourRatios } from './hour_ratios';
import {
  evenNoise,
  FAR_OUT_SQUARED,
  FIRST_GUESS,
  LEAST_SPREAD,
  TELLING_COUNT,
  type Noise,
  unevenNoise,
} from './noise';
import { searchSpread, spreadAt } from './spread_search';

const { max } = Math;
const { isNaN: isUnknown } = Number;

// Local copies: without a bundler, an import is looked up at every step of a loop.
const MOST = FAR_OUT_SQUARED;
/** A square below this is below the cap at the neighboring spreads, too, which are 1 % away. */
const SURELY_BELOW = 0.98 * MOST;
const TELLING = TELLING_COUNT;

/** However steady training was, the variance is at least a tenth of that of Poisson noise. */
const LEAST_UNIT = 0.1;

/** What the estimate needs of the known hours, side by side so that it is fast. */
export interface Residuals {
  readonly expected: Float64Array;
  /** The weight of each hour as evidence, times its square by the variance of Poisson noise. */
  readonly weighted: Float64Array;
  /** The weight of each hour as evidence. */
  readonly weights: Float64Array;
  /** Where the ratios of the hours are written. */
  readonly ratios: Float64Array;
  known: number;
  weight: number;
  /** How fast the logarithm of the mean square fell with that of the last tried spread. */
  fall: number;
}

/** Memory for the residuals of this many hours, to be reused. */
export function roomForResiduals(hours: number): Residuals {
  const [expected, weighted, weights] = [
    new Float64Array(hours),
    new Float64Array(hours),
    new Float64Array(hours),
  ];
  const ratios = new Float64Array(HOURS_PER_DAY);
  return { expected, weighted, weights, ratios, known: 0, weight: 0, fall: 0 };
}

function fillResiduals(room: Residuals, counts: Float64Array, expected: Float64Array): void {
  const { expected: means, weighted, weights } = room;
  let known = 0;
  let weight = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const mean = expected[at] ?? 0;
    const residual = (counts[at] ?? 0) - mean;
    if (isUnknown(residual)) continue;
    // The slow division is shared by both: the weight is m / (m + 1), the Poisson variance m.
    const share = 1 / (mean + TELLING);
    const telling = mean * share;
    means[known] = mean;
    weighted[known] = residual * residual * share;
    weights[known] = telling;
    weight += telling;
    known += 1;
  }
  room.known = known;
  room.weight = weight;
}

/** Mean of the capped squares of standardized residuals. How fast it falls is left in the room. */
function meanSquare(room: Residuals, spread: number): number {
  const { expected, weighted, weights, known, weight } = room;
  let sum = 0;
  let fall = 0;
  for (let at = 0; at < known; at += 1) {
    const steady = 1 / (1 + spread * (expected[at] ?? 0));
    const told = (weighted[at] ?? 0) * steady;
    const telling = weights[at] ?? 0;
    if (told < SURELY_BELOW * telling) {
      sum += told;
      fall += told - told * steady;
    } else {
      sum += told < MOST * telling ? told : MOST * telling;
    }
  }
  room.fall = sum > 0 ? fall / sum : 0;
  return weight === 0 ? 1 : sum / weight;
}

/** Noise close to that of Poisson, or below it. */
function steadyNoise(residuals: Residuals): Noise {
  const poisson = meanSquare(residuals, 0);
  if (poisson <= 1) return evenNoise(max(poisson, LEAST_UNIT), LEAST_SPREAD);
  return evenNoise(1, LEAST_SPREAD);
}

/** The noise of all hours alike. @param before a guess: decides only how long it takes */
function pooledNoise(residuals: Residuals, before: Noise): Noise {
  const wasLeast = before.spread <= LEAST_SPREAD || residuals.known === 0;
  if (wasLeast && meanSquare(residuals, LEAST_SPREAD) <= 1) return steadyNoise(residuals);
  const place = searchSpread(
    (spread) => meanSquare(residuals, spread),
    before.spread,
    () => residuals.fall,
  );
  // The first place also stands for series that need no spread.
  if (place === 1 && !wasLeast && meanSquare(residuals, LEAST_SPREAD) <= 1) {
    return steadyNoise(residuals);
  }
  return evenNoise(1, spreadAt(place));
}

/**
 * Estimates the noise of a series: the spread at which squared standardized residuals are 1 on
 * average, each capped at 25, so that one odd day does not widen it. Then it estimates how hours
 * differ from that. If the scatter is below Poisson noise, the spread is next to 0 and the unit
 * below 1.
 *
 * @param counts days × 24, NaN if unknown
 * @param expected what was expected of each, without the day itself; above 0
 * @param before the noise of the round before, near which the search begins: it does not change any
 * digit
 * @param room reused for each series; it holds the ratios of the result
 */
export function estimateNoise(
  counts: Float64Array,
  expected: Float64Array,
  before: Noise = FIRST_GUESS,
  room: Residuals = roomForResiduals(counts.length),
): Noise {
  fillResiduals(room, counts, expected);
  const pooled = pooledNoise(room, before);
  const { unit, spread } = pooled;
  return unevenNoise(unit, spread, hourRatios(pooled, counts, expected, room.ratios));
}
