import { HOURS_PER_DAY } from '../../../time';
import type { LearnedSeries } from '../learn_series';
import { shifted } from './best_shift';
import {
  gainsOf,
  gainWhereLess,
  knownHours,
  sumOf,
  toldOtherwise,
  withoutLargest,
  type KnownHours,
} from './compared_hours';

/** How much likelier another clock must make the days since it changed, as a log-likelihood. */
const LEAST_GAIN = 5;
/** The same for only the hours with fewer events than expected. */
const LEAST_GAIN_WHERE_LESS = 2;
/** A clock that changed before so many training days is learned. */
const LAST_DAYS = 3;

/** What a shift makes of some days. */
interface Shown {
  /** How much likelier it makes each hour, as a log-likelihood. */
  readonly gains: readonly number[];
  readonly whereLess: number;
}

type Learned = Pick<LearnedSeries, 'cleaned' | 'expected' | 'noise'>;

/** What a shift makes of a training day. */
function shownBy(hours: number, { cleaned, expected, noise }: Learned, row: number): Shown {
  const [from, to] = [row * HOURS_PER_DAY, (row + 1) * HOURS_PER_DAY];
  const day = { counts: cleaned.subarray(from, to), expected: expected.subarray(from, to) };
  const known = knownHours(day, noise);
  const gains = gainsOf(toldOtherwise(shifted(day.expected, hours), known, noise), known);
  return { gains, whereLess: gainWhereLess(gains, known) };
}

/**
 * How much likelier a change of the clock makes the last training days, as far back as it makes each of
 * them likelier.
 *
 * @param hours by how much the clock changed
 * @returns a log-likelihood, at least 0
 */
export function gainOfLastDays(hours: number, learned: Learned): number {
  const rows = learned.cleaned.length / HOURS_PER_DAY;
  let sum = 0;
  for (let age = 1; age <= LAST_DAYS && age <= rows; age += 1) {
    const gain = sumOf(shownBy(hours, learned, rows - age).gains);
    if (gain <= 0) break;
    sum += gain;
  }
  return sum;
}

/** Whether enough is likelier: also the hours with events missing, and not by a few hours alone. */
function isShown({ gains, whereLess }: Shown): boolean {
  const isLikelier = sumOf(gains) > LEAST_GAIN && whereLess > LEAST_GAIN_WHERE_LESS;
  return isLikelier && withoutLargest(gains) > 0;
}

/**
 * Whether a change of the clock explains a day, if not by much: its events show it, or those of the
 * last training days do together with it, if it makes each of them likelier.
 *
 * @param hours by how much the clock changed
 * @param gains how much likelier that makes each known hour of the day, as a log-likelihood
 * @returns how much likelier the change makes each hour since; undefined if it is not shown
 */
export function gainsOfClock(
  hours: number,
  gains: readonly number[],
  known: KnownHours,
  learned: Learned,
): readonly number[] | undefined {
  const rows = learned.cleaned.length / HOURS_PER_DAY;
  let shown: Shown = { gains, whereLess: gainWhereLess(gains, known) };
  for (let age = 1; !isShown(shown); age += 1) {
    if (age > LAST_DAYS || age > rows) return undefined;
    const before = shownBy(hours, learned, rows - age);
    if (sumOf(before.gains) <= 0) return undefined;
    const whereLess = shown.whereLess + before.whereLess;
    shown = { gains: [...shown.gains, ...before.gains], whereLess };
  }
  return shown.gains;
}
