import { seriesName, type Source } from '../../../common/sources';
import type { Day } from '../../../common/time';
import {
  type Assessment,
  type Range,
  wholeDay,
  amplitudes,
  spectrumOf,
  EXPECTED,
  roundTo,
} from '../../../common/waveform/hours';
import { noFindingSentence } from '../../../common/waveform/words';
import type { AssessedSeries } from './assess_source';

/** Lowest and highest at each hour; null if fewer than three days are known. */
interface RecordedBand {
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/**
 * A series on a day as it is stored: `SeriesDescription` in the shape of `logwave-series`, with
 * rounded numbers and the names of the series. Earlier versions stay readable (`SERIES_VERSION`).
 * The API's `SeriesRow` adds what comes from other indices: the finding and the days with one.
 * Lists have a value for each hour of the day.
 */
export interface SeriesRecord {
  readonly source: string;
  readonly subtype: string;
  readonly name: string;
  readonly code: string;
  readonly state: Assessment['state'];
  /** Why it has no finding, in a sentence; null if there is nothing to say. */
  readonly reason: string | null;
  readonly today: readonly (number | null)[];
  readonly total: number;
  /** The counts that the test expected; null without training days. */
  readonly usual: readonly number[] | null;
  readonly usual_total: number | null;
  /** Middle half, and lowest to highest, of the days of the basis. */
  readonly inner: RecordedBand | null;
  readonly outer: RecordedBand | null;
  /** The largest count of the day and its training days. */
  readonly top: number;
  readonly surprise: number | null;
  readonly by_hour: readonly (number | null)[] | null;
  readonly difference: number | null;
  /** Amplitudes of the first components, events an hour. */
  readonly spectrum: {
    readonly today: readonly number[];
    readonly usual: readonly number[];
  } | null;
  /** The days that decided, in words, and these days. */
  readonly basis: string;
  readonly basis_days: readonly Day[];
  readonly omitted_days: readonly Day[];
}

/** More digits than a page can draw, and enough to read. Counts are never rounded. */
const ALONE = { digits: 4, decimals: 4 };
/** For lists by hour, which make up most of the data. */
export const SCORE = { digits: 3, decimals: 3 };

type Precision = Readonly<typeof EXPECTED>;

function roundAll<T extends number | null>(precision: Precision, values: readonly T[]): T[] {
  return values.map((value) => (value === null ? value : (roundTo(precision, value) as T)));
}

function bandOf(ranges: readonly (Range | null)[]): SeriesRecord['inner'] {
  if (ranges.every((range) => range === null)) return null;
  const side = (place: 0 | 1): (number | null)[] =>
    roundAll(
      EXPECTED,
      ranges.map((range) => range?.[place] ?? null),
    );
  return { low: side(0), high: side(1) };
}

function rhythmsOf(counts: readonly number[], depth: number): number[] {
  const perHour = amplitudes(spectrumOf(counts), depth).map((amplitude) => amplitude / 24);
  return roundAll(EXPECTED, perHour);
}

function spectraOf({ today, assessment }: AssessedSeries, depth: number) {
  const day = wholeDay(today);
  const { usual_day: usual } = assessment;
  if (day === undefined || usual === null) return null;
  return { today: rhythmsOf(day, depth), usual: rhythmsOf(usual, depth) };
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? roundTo(ALONE, value) : null;
}

/**
 * Converts an assessed series into the shape that is stored and shown.
 *
 * @param depth how many components of the spectrum are kept, beginning with the constant one
 */
export function toSeriesRecord(
  source: Source,
  assessed: AssessedSeries,
  depth: number,
): SeriesRecord {
  const { subtype, omitted_days: omittedDays } = assessed;
  const { assessment, today, inner, outer, top, total, usual_total } = assessed;
  const { usual_day: usual, surprise_by_hour, contribution } = assessment;
  const byHour = contribution ?? surprise_by_hour;
  return {
    source: source.id,
    subtype,
    ...seriesName(source, subtype),
    state: assessment.state,
    reason: noFindingSentence(assessment, assessed.is_source_silent),
    today: [...today],
    total,
    usual: usual === null ? null : roundAll(EXPECTED, usual),
    usual_total,
    inner: bandOf(inner),
    outer: bandOf(outer),
    top: roundTo(ALONE, top),
    surprise: finiteOrNull(assessment.surprise),
    by_hour: byHour === null ? null : roundAll(SCORE, byHour),
    difference: finiteOrNull(assessment.difference),
    spectrum: spectraOf(assessed, depth),
    basis: assessment.basis,
    basis_days: [...assessment.basis_days],
    omitted_days: [...omittedDays],
  };
}
