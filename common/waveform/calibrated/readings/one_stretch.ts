import { HOURS_PER_DAY } from '../../../time';
import type { HourStretch } from '../../hours';
import { FAR_OUT_SQUARED, varianceOf, type Noise } from '../noise';
import { log } from '../tails/logarithm';
import { LEAST_EXPECTED } from '../usual_day';
import type { KnownHours, Told } from './compared_hours';

const { max, min, sqrt } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_EXPECTED;
const MOST = FAR_OUT_SQUARED;
const variance = varianceOf;

/** A stretch of fewer hours is a burst or a gap, which a day that moved may have as well. */
const LEAST_HOURS = 4;
/** Of many stretches, chance makes one likelier by so much, as a log-likelihood. */
const GAIN_OF_CHANCE = 4;
/** On a day with a stretch, a shift must make it likelier by so much beyond that. */
const LEAST_GAIN_BESIDE = 6;

const WHOLE_DAY: HourStretch = { from: 0, to: HOURS };

/** What is expected of a day, with what it says of the known hours. */
export interface Expectation extends Told {
  /** 24 counts. */
  readonly expected: Float64Array;
}

/** The known hours of a day in ascending order of their count divided by what is expected of it. */
interface Ratios {
  readonly hours: readonly number[];
  readonly ratios: Float64Array;
  /** How sure each ratio is: the expected count in standard deviations. */
  readonly weights: Float64Array;
  /** By hour, 0 to 24: the weights of all hours before it. */
  readonly before: Float64Array;
}

function ratiosOf({ expected, variances }: Expectation, { day, hours }: KnownHours): Ratios {
  const before = new Float64Array(HOURS + 1);
  const known = hours.map((hour, at) => {
    const usual = expected[hour] ?? 0;
    const weight = usual / sqrt(variances[at] ?? 1);
    before[hour + 1] = weight;
    return { hour, ratio: (day.counts[hour] ?? 0) / usual, weight };
  });
  for (let hour = 0; hour < HOURS; hour += 1) {
    before[hour + 1] = (before[hour + 1] ?? 0) + (before[hour] ?? 0);
  }
  known.sort((a, b) => a.ratio - b.ratio);
  return {
    hours: known.map(({ hour }) => hour),
    ratios: Float64Array.from(known, ({ ratio }) => ratio),
    weights: Float64Array.from(known, ({ weight }) => weight),
    before,
  };
}

/** The level of a stretch: the weighted median of its ratios, which one burst does not move. */
function levelOf({ hours, ratios, weights, before }: Ratios, { from, to }: HourStretch): number {
  const half = ((before[to] ?? 0) - (before[from] ?? 0)) / 2;
  let reached = 0;
  for (let at = 0; at < hours.length; at += 1) {
    const hour = hours[at] ?? 0;
    if (hour < from || hour >= to) continue;
    reached += weights[at] ?? 0;
    if (reached >= half) return ratios[at] ?? 1;
  }
  return 1;
}

/**
 * How much likelier a day is if the hours of a stretch are at a level of their own, which multiplies what is
 * expected, and the others are as they are expected.
 */
function gainAt(
  stretch: HourStretch,
  { expected }: Expectation,
  ratios: Ratios,
  { day: { counts }, hours, squares, variances }: KnownHours,
  noise: Noise,
): number {
  const { from, to } = stretch;
  const level = levelOf(ratios, stretch);
  let gain = 0;
  // One logarithm of a product takes less time than those of its factors.
  let quotient = 1;
  for (let at = 0; at < hours.length; at += 1) {
    const hour = hours[at] ?? 0;
    const usual = max((expected[hour] ?? 0) * (hour >= from && hour < to ? level : 1), LEAST);
    const residual = (counts[hour] ?? 0) - usual;
    const own = variance(noise, usual, hour);
    gain += (squares[at] ?? 0) - min((residual * residual) / own, MOST);
    quotient *= (variances[at] ?? 1) / own;
  }
  return (gain + log(quotient)) / 2;
}

/** The same for the stretch that makes it likeliest. */
function gainOfStretch(
  expectation: Expectation,
  ratios: Ratios,
  known: KnownHours,
  noise: Noise,
): number {
  let most = 0;
  for (let from = 0; from <= HOURS - LEAST_HOURS; from += 1) {
    for (let to = from + LEAST_HOURS; to <= HOURS; to += 1) {
      most = max(most, gainAt({ from, to }, expectation, ratios, known, noise));
    }
  }
  return most;
}

/**
 * Whether more or fewer events in one stretch of a day explain it better than a shift does: a host was lost
 * at noon, or load came until then. Such a day may look as if some of its hours were late. A shifted day may
 * also be at another level than usual. If it moved and has a stretch, too, the shift still explains
 * what the stretch does not.
 *
 * @param shift what is expected of a shifted day
 * @param gains how much likelier the shift makes this day, and the days before; log-likelihoods
 */
export function isRatherStretch(
  shift: Expectation,
  { ofDay, before }: { readonly ofDay: number; readonly before: number },
  known: KnownHours,
  noise: Noise,
): boolean {
  const own = { ...known, expected: known.day.expected };
  const needed = gainOfStretch(own, ratiosOf(own, known), known, noise) - before;
  if (ofDay >= needed - GAIN_OF_CHANCE) return false;
  const ratios = ratiosOf(shift, known);
  const atOneLevel = gainAt(WHOLE_DAY, shift, ratios, known, noise);
  if (atOneLevel >= needed - GAIN_OF_CHANCE) return false;
  return gainOfStretch(shift, ratios, known, noise) < needed + LEAST_GAIN_BESIDE;
}
