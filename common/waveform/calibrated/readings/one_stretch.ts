import { HOURS_PER_DAY } from '../../../time';
import type { HourStretch } from '../../hours';
import { FAR_OUT_SQUARED, varianceOf, type Noise } from '../noise';
import { log } from '../tails/logarithm';
import { LEAST_EXPECTED } from '../usual_day';
import type { KnownHours, Told } from './compared_hours';

const { abs, max, min, sqrt } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_EXPECTED;
const MOST = FAR_OUT_SQUARED;
const variance = varianceOf;

/** A stretch of fewer hours is a burst or a gap, which a day that moved may have as well. */
const LEAST_HOURS = 4;
/** Of many stretches, chance makes one likelier by so much, as a log-likelihood. */
const GAIN_OF_CHANCE = 4;
/** Another level of the day, beside a stretch or a shift, must make it likelier by so much. */
const LEAST_GAIN_OF_LEVEL = 2;
/** On a day with a stretch, a shift must make it likelier by so much beyond that. */
const LEAST_GAIN_BESIDE = 6;

const WHOLE_DAY: HourStretch = { from: 0, to: HOURS };

/** What is expected of a day, with what it says of the known hours. */
export interface Expectation extends Told {
  /** 24 counts. */
  readonly expected: Float64Array;
}

/** What is expected of a day that is late or early. */
export interface ShiftedDay extends Expectation {
  readonly hours: number;
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

/** Levels of a stretch and of the other hours. Each multiplies what is expected of its hours. */
interface Levels {
  readonly within: number;
  readonly outside: number;
}

/**
 * The level of the hours of a stretch, or of the others: the weighted median of their ratios, which one
 * burst does not move.
 */
function levelOf(
  { hours, ratios, weights, before }: Ratios,
  { from, to }: HourStretch,
  isWithin: boolean,
): number {
  const within = (before[to] ?? 0) - (before[from] ?? 0);
  const half = (isWithin ? within : (before[HOURS] ?? 0) - within) / 2;
  let reached = 0;
  for (let at = 0; at < hours.length; at += 1) {
    const hour = hours[at] ?? 0;
    if ((hour >= from && hour < to) !== isWithin) continue;
    reached += weights[at] ?? 0;
    if (reached >= half) return ratios[at] ?? 1;
  }
  return 1;
}

/** The known hours of a day, compared with an expectation at several levels. */
interface Compared {
  readonly expected: Float64Array;
  readonly ratios: Ratios;
  readonly known: KnownHours;
  readonly noise: Noise;
}

function compare(expectation: Expectation, known: KnownHours, noise: Noise): Compared {
  return { expected: expectation.expected, ratios: ratiosOf(expectation, known), known, noise };
}

/** How much likelier a day is if the hours of a stretch, and the others, are at these levels. */
function gainAt(
  { from, to }: HourStretch,
  { within, outside }: Levels,
  { expected, noise, known: { day, hours, squares, variances } }: Compared,
): number {
  const { counts } = day;
  let gain = 0;
  // One logarithm of a product takes less time than those of its factors.
  let quotient = 1;
  for (let at = 0; at < hours.length; at += 1) {
    const hour = hours[at] ?? 0;
    const level = hour >= from && hour < to ? within : outside;
    const usual = max((expected[hour] ?? 0) * level, LEAST);
    const residual = (counts[hour] ?? 0) - usual;
    const own = variance(noise, usual, hour);
    gain += (squares[at] ?? 0) - min((residual * residual) / own, MOST);
    quotient *= (variances[at] ?? 1) / own;
  }
  return (gain + log(quotient)) / 2;
}

/** How much likelier a day is if it is as expected but at another level. */
function gainOfLevel(compared: Compared): number {
  const within = levelOf(compared.ratios, WHOLE_DAY, true);
  return gainAt(WHOLE_DAY, { within, outside: 1 }, compared) - LEAST_GAIN_OF_LEVEL;
}

/**
 * How much likelier a day is with the stretch that makes it likeliest: its hours are at a level of their
 * own, and the others are as they are expected.
 *
 * @param mayBeLeveled whether the others may be at another level as well
 */
function gainOfStretch(compared: Compared, mayBeLeveled: boolean): number {
  const { ratios } = compared;
  let most = 0;
  for (let from = 0; from <= HOURS - LEAST_HOURS; from += 1) {
    for (let to = from + LEAST_HOURS; to <= HOURS; to += 1) {
      const stretch = { from, to };
      const within = levelOf(ratios, stretch, true);
      most = max(most, gainAt(stretch, { within, outside: 1 }, compared));
      if (!mayBeLeveled) continue;
      const outside = levelOf(ratios, stretch, false);
      most = max(most, gainAt(stretch, { within, outside }, compared) - LEAST_GAIN_OF_LEVEL);
    }
  }
  return most;
}

/**
 * Whether more or fewer events in one stretch of a day explain it better than a shift does: a host was lost
 * at noon, or load came until then. Such a day may look as if some of its hours were late. Both days may
 * also be at another level than usual, but clocks make a shift by one hour: a stretch must be better
 * without that. If the day moved and has a stretch, too, the shift still explains what the stretch does not.
 *
 * @param gains how much likelier the shift makes this day, and the days before; log-likelihoods
 */
export function isRatherStretch(
  shift: ShiftedDay,
  { ofDay, before }: { readonly ofDay: number; readonly before: number },
  known: KnownHours,
  noise: Noise,
): boolean {
  const mayBeLeveled = abs(shift.hours) > 1;
  const own = { ...known, expected: known.day.expected };
  const needed = gainOfStretch(compare(own, known, noise), mayBeLeveled) - before;
  if (ofDay >= needed - GAIN_OF_CHANCE) return false;
  const moved = compare(shift, known, noise);
  if (gainOfLevel(moved) >= needed - GAIN_OF_CHANCE) return false;
  return gainOfStretch(moved, mayBeLeveled) < needed + LEAST_GAIN_BESIDE;
}
