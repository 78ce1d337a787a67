import type { DayColumn } from '../time';
import { assessSeries, type AssessmentSettings } from './assess_series';
import {
  type Assessment,
  type SeriesDescription,
  type Range,
  basisOf,
  chartTop,
  knownEvents,
  LEAST_DAYS,
  ascending,
  holding,
  percentileOfSorted,
  type HourCount,
  type SeriesCase,
  type TrainingDay,
  type SeriesContext,
  usualTotal,
} from './hours';

interface Bands {
  readonly inner: readonly (Range | null)[];
  readonly outer: readonly (Range | null)[];
}

/** The days' own bands, widened to contain the usual count, or those of the model. */
function bandsOf(
  counts: readonly HourCount[],
  basis: readonly TrainingDay[],
  { ranges, usual_day: usual }: Assessment,
): Bands {
  if (ranges !== null) {
    return { inner: ranges.map(({ inner }) => inner), outer: ranges.map(({ outer }) => outer) };
  }
  const sorted = counts.map((_, hour) => ascending(basis.flatMap((day) => day.counts[hour] ?? [])));
  const band = (low: number, high: number): (Range | null)[] =>
    sorted.map((sample, hour) =>
      sample.length < LEAST_DAYS
        ? null
        : holding(
            [percentileOfSorted(sample, low), percentileOfSorted(sample, high)],
            usual?.[hour],
          ),
    );
  return { inner: band(25, 75), outer: band(0, 100) };
}

function totalsOf(
  counts: readonly HourCount[],
  { usual_day: usualDay }: Assessment,
  columns: readonly DayColumn[],
): Pick<SeriesDescription, 'total' | 'usual_total'> {
  const total = knownEvents(counts, columns) ?? 0;
  return { total, usual_total: usualDay === null ? null : usualTotal(counts, usualDay, columns) };
}

function topOf(
  counts: readonly HourCount[],
  basis: readonly TrainingDay[],
  { outer }: Bands,
): number {
  let most = 0;
  const consider = (count: HourCount | undefined): void => {
    if (count !== null && count !== undefined && count > most) most = count;
  };
  counts.forEach(consider);
  for (const day of basis) day.counts.forEach(consider);
  for (const range of outer) consider(range?.[1]);
  return chartTop([most]);
}

/**
 * Assesses a series on a day and returns all that is drawn of it, unusual or not.
 *
 * @param columns the 24 columns of the tested day
 * @param series facts about the series other than its counts
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
  const basis = basisOf(seriesCase, assessment.basis_days);
  const bands = bandsOf(counts, basis, assessment);
  return {
    assessment,
    today: counts,
    ...bands,
    top: topOf(counts, basis, bands),
    ...totalsOf(counts, assessment, columns),
  };
}
