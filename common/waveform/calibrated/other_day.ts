import { HOURS_PER_DAY } from '../../time/local_day';
import { bestShift, shifted } from './best_shift';
import type { LearntSeries } from './learn_series';
import { FAR_OUT_SQUARED, varianceOf, type Noise } from './noise';
import type { DayCounts } from './score_windows';
import { classOf } from './training_table';
import { expectDay } from './usual_day';

/** The hours that speak loudest do not decide: one moved job is no moved day. */
const HOURS_NOT_ASKED = 4;
/** How much likelier the other day must make the remaining hours, as a log-likelihood. */
const LEAST_GAIN = 6;
/** Mean square of the remaining residuals up to which a day counts as usual. */
const USUAL_SQUARE = 1.6;

/** How else a day can be read as a whole. */
export type OtherReading =
  | { readonly kind: 'shifted'; readonly hours: number }
  /** A working day like one of the weekend, or the other way round. */
  | { readonly kind: 'other_class' };

/** The reading with what it expects of the 24 hours. */
export interface OtherDay {
  readonly reading: OtherReading;
  readonly expected: Float64Array;
}

function squareAt({ counts, expected }: DayCounts, noise: Noise, hour: number): number {
  const usual = expected[hour] ?? 0;
  const residual = (counts[hour] ?? Number.NaN) - usual;
  return Math.min((residual * residual) / varianceOf(noise, usual), FAR_OUT_SQUARED);
}

/** Sum over all but the largest few. */
function withoutLargest(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted
    .slice(0, Math.max(0, sorted.length - HOURS_NOT_ASKED))
    .reduce((sum, value) => sum + value, 0);
}

/** How much likelier the other expectation makes the day; undefined where it is not usual either. */
function gainOf(day: DayCounts, other: Float64Array, noise: Noise): number | undefined {
  const asOther = { counts: day.counts, expected: other };
  const hours = Array.from({ length: HOURS_PER_DAY }, (_, hour) => hour).filter(
    (hour) => !Number.isNaN(day.counts[hour]),
  );
  const rest = withoutLargest(hours.map((hour) => squareAt(asOther, noise, hour)));
  if (rest > USUAL_SQUARE * (hours.length - HOURS_NOT_ASKED)) return undefined;
  return withoutLargest(
    hours.map((hour) => {
      const own = varianceOf(noise, day.expected[hour] ?? 0);
      const variances = Math.log(own / varianceOf(noise, other[hour] ?? 0));
      const squares = squareAt(day, noise, hour) - squareAt(asOther, noise, hour);
      return (squares + variances) / 2;
    }),
  );
}

function readingsOf(day: DayCounts, learnt: LearntSeries, weekday: number): OtherDay[] {
  const readings: OtherDay[] = [];
  const isWhole = !day.counts.some(Number.isNaN);
  const peak = isWhole ? bestShift(day.counts, day.expected) : 0;
  // Noise may move the peak by an hour: likelihood decides between it and its neighbours.
  for (const hours of isWhole ? [peak, peak - 1, peak + 1] : []) {
    if (hours === 0) continue;
    const reading = { kind: 'shifted', hours } as const;
    readings.push({ reading, expected: shifted(day.expected, hours) });
  }
  const dayClass = classOf(weekday) === 0 ? 1 : 0;
  if (learnt.cells.classes[dayClass].days.some((days) => days > 0)) {
    const expected = new Float64Array(HOURS_PER_DAY);
    const kind = { dayClass, weekday: undefined } as const;
    expectDay(learnt.cells, learnt.weights, kind, undefined, expected, 0);
    readings.push({ reading: { kind: 'other_class' }, expected });
  }
  return readings;
}

/**
 * Reads a day that stands out as a usual one that is a few hours late or early, or as one of the
 * other class of days: accepted only if the day is usual when read that way, and far more so than
 * as it stands.
 *
 * @param weekday of the tested day, 0 = Sunday
 */
export function readOtherwise(
  day: DayCounts,
  learnt: LearntSeries,
  weekday: number,
): OtherDay | undefined {
  let best: OtherDay | undefined;
  let most = LEAST_GAIN;
  for (const other of readingsOf(day, learnt, weekday)) {
    const gain = gainOf(day, other.expected, learnt.noise);
    if (gain === undefined || gain <= most) continue;
    [best, most] = [other, gain];
  }
  return best;
}
