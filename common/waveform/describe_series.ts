import type { DayColumn } from '../time';
import { assessSeries, type AssessmentSettings } from './assess_series';
import {
  type Assessment,
  type SeriesDescription,
  type Range,
  basisOf,
  chartTop,
  LEAST_DAYS,
  ascending,
  percentileOfSorted,
  type HourCount,
  type SeriesCase,
  type TrainingDay,
  type SeriesContext,
} from './hours';

interface Bands {
  readonly inner: readonly (Range | null)[];
  readonly outer: readonly (Range | null)[];
}

function bandsOf(counts: readonly HourCount[], basis: readonly TrainingDay[]): Bands {
  const sorted = counts.map((_, hour) => ascending(basis.flatMap((day) => day.counts[hour] ?? [])));
  const band = (low: number, high: number): (Range | null)[] =>
    sorted.map((sample) =>
      sample.length < LEAST_DAYS
        ? null
        : [percentileOfSorted(sample, low), percentileOfSorted(sample, high)],
    );
  return { inner: band(25, 75), outer: band(0, 100) };
}

function totalsOf(
  counts: readonly HourCount[],
  { usual_day: usualDay }: Assessment,
): Pick<SeriesDescription, 'total' | 'usual_total'> {
  let [total, usual] = [0, 0];
  counts.forEach((count, hour) => {
    if (count === null) return;
    total += count;
    usual += usualDay?.[hour] ?? 0;
  });
  return { total, usual_total: usualDay === null ? null : usual };
}

function topOf(counts: readonly HourCount[], { outer }: Bands): number {
  const known = [...counts, ...outer.map((range) => range?.[1] ?? 0)].map((count) => count ?? 0);
  return chartTop(known);
}

/**
 * Assesses a series on a day and gives all that is drawn of it, unusual or not.
 *
 * @param columns the 24 columns of the tested day
 * @param series what is known of the series beside its counts
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function describeSeries(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  settings: AssessmentSettings,
  series: SeriesContext = {},
): SeriesDescription {
  const assessment = assessSeries(seriesCase, columns, settings, series);
  const { counts } = seriesCase;
  const bands = bandsOf(counts, basisOf(seriesCase, assessment.basis_days));
  return {
    assessment,
    today: counts,
    ...bands,
    top: topOf(counts, bands),
    ...totalsOf(counts, assessment),
  };
}
