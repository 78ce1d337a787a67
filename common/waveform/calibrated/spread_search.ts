import { LEAST_SPREAD } from './noise';
import { exp, log } from './tails/logarithm';

const { ceil, floor, max, min, round } = Math;

const MOST_SPREAD = 20;
/** Halvings of the range that is searched: the spread is found to 1 %. */
const HALVINGS = 10;
const PLACES = 2 ** HALVINGS;
const LOG_LEAST = log(LEAST_SPREAD);
const LOG_STEP = (log(MOST_SPREAD) - LOG_LEAST) / PLACES;
/** How much the logarithm of the mean square falls from place to place if the spread dominates. */
const USUAL_FALL = 0.8 * LOG_STEP;
/** If it falls less, a guess would go too far. */
const LEAST_FALL = USUAL_FALL / 8;
/** After this many guesses, the range is halved: a guess may be wrong, halving never is. */
const GUESSES = 8;
/** The share by which a spread exceeds that of the place before, and is exceeded by the next one. */
const STEP_UP = exp(LOG_STEP) - 1;
const STEP_DOWN = 1 - exp(-LOG_STEP);
/** The possible effect of rounding on a mean square. */
const ROUNDING = 1e-11;

/** Every spread that halving can reach: the range of its logarithm, halved ten times. */
function spreadsOf(): Float64Array {
  const logs = new Float64Array(PLACES + 1);
  logs[0] = LOG_LEAST;
  logs[PLACES] = log(MOST_SPREAD);
  for (let step = PLACES / 2; step >= 1; step /= 2) {
    for (let place = step; place < PLACES; place += 2 * step) {
      logs[place] = ((logs[place - step] ?? 0) + (logs[place + step] ?? 0)) / 2;
    }
  }
  return logs.map(exp);
}

/** The possible spreads, ascending. */
const SPREADS = spreadsOf();

/** The spread at a place from 0 to 1024. */
export function spreadAt(place: number): number {
  return SPREADS[place] ?? MOST_SPREAD;
}

/** The place of a spread, precise enough for a guess. */
function placeOf(spread: number): number {
  return round((log(spread) - LOG_LEAST) / LOG_STEP);
}

/** The place at which the line through two points of the logarithm is 0. */
function crossing(at: number, value: number, before: number, earlier: number): number {
  const fall = before === at ? USUAL_FALL : (earlier - value) / (at - before);
  return at + value / (fall > LEAST_FALL ? fall : USUAL_FALL);
}

/**
 * Whether a mean square and its fall alone say that it crosses 1 on the way to the next place in its
 * direction. An addend t / (1 + spread · m) with the share r = spread · m / (1 + spread · m) becomes
 * t / (1 + δ · r) if the spread grows by δ: at most 1 − (δ − δ²) · r times as large, and if it
 * shrinks, at least 1 + δ · r times.
 */
function crossesNext(square: number, fall: number): boolean {
  if (square > 1) return square * (1 - (STEP_UP - STEP_UP * STEP_UP) * fall) < 1 - ROUNDING;
  return square * (1 + STEP_DOWN * fall) > 1 + ROUNDING;
}

/**
 * Finds the first place at which the mean square is at most 1, the one that ten halvings would
 * find. The mean square falls as the spread grows, so any order of evaluations finds the same
 * place. Guesses along the line through the last two values need a third of the evaluations.
 *
 * @param meanSquare the mean of the squares with an assumed spread
 * @param guess a spread near which the search begins
 * @param fallOf how fast the logarithm of the mean square falls there with that of the spread, by
 * those addends alone that are not capped at the neighboring places either; if it is known, one or
 * two evaluations are enough
 * @returns a place from 1 to 1024; also 1 if the mean square is at most 1 at the least spread
 */
export function searchSpread(
  meanSquare: (spread: number) => number,
  guess: number,
  fallOf?: () => number,
): number {
  let low = 0;
  let high = PLACES;
  let at = max(1, min(PLACES - 1, placeOf(guess)));
  let before = at;
  let earlier = 0;
  for (let asked = 0; high - low > 1; asked += 1) {
    const square = meanSquare(spreadAt(at));
    if (square > 1) low = at;
    else high = at;
    const known = fallOf?.();
    if (known !== undefined && crossesNext(square, known)) return square > 1 ? at + 1 : at;
    const value = log(max(square, 1e-9));
    const guessed =
      known === undefined
        ? crossing(at, value, before, earlier)
        : at + value / max(known * LOG_STEP, LEAST_FALL);
    const next = square > 1 ? ceil(guessed) : floor(guessed);
    before = at;
    earlier = value;
    at = asked < GUESSES ? max(low + 1, min(high - 1, next)) : floor((low + high) / 2);
  }
  return high;
}
