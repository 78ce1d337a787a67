import type { SeriesRow } from '../../../common/api';
import { seriesName, type Source } from '../../../common/sources';
import {
  type SeriesDescription,
  type Range,
  wholeDay,
  amplitudes,
  spectrumOf,
} from '../../../common/waveform/hours';
import { noFindingSentence } from '../../../common/waveform/words';
import type { AssessedSeries } from './assess_source';

/** What is kept of a series on a day: a row of the page, without what is kept with the findings. */
export type SeriesRecord = Omit<SeriesRow, 'finding' | 'flagged_days'>;

/** More than a page can draw, and enough to read; what was counted is never rounded. */
const ALONE = { digits: 4, decimals: 4 };
/** Of lists by hour, which are most of all that is sent. */
export const EXPECTED = { digits: 4, decimals: 2 };
export const SCORE = { digits: 3, decimals: 3 };

type Precision = Readonly<typeof EXPECTED>;

/** The same number with few significant digits: a third of what is stored and sent. */
export function roundTo({ digits, decimals }: Precision, value: number): number {
  if (!Number.isFinite(value)) return value;
  return Number(Number(value.toPrecision(digits)).toFixed(decimals));
}

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

function spectraOf({ today, assessment }: SeriesDescription, depth: number) {
  const day = wholeDay(today);
  const { usual_day: usual } = assessment;
  if (day === undefined || usual === null) return null;
  return { today: rhythmsOf(day, depth), usual: rhythmsOf(usual, depth) };
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? roundTo(ALONE, value) : null;
}

/**
 * Puts a assessed series into the shape that is kept and shown.
 *
 * @param depth how many components of the spectrum are kept, from the constant one on
 */
export function toSeriesRecord(
  source: Source,
  { subtype, description, omitted_days: omittedDays }: AssessedSeries,
  depth: number,
): SeriesRecord {
  const { assessment, today, inner, outer, top, total, usual_total } = description;
  const { usual_day: usual, surprise_by_hour, contribution } = assessment;
  const byHour = contribution ?? surprise_by_hour;
  return {
    source: source.id,
    subtype,
    ...seriesName(source, subtype),
    state: assessment.state,
    reason: noFindingSentence(assessment),
    today: [...today],
    total,
    usual: usual === null ? null : roundAll(EXPECTED, usual),
    usual_total: finiteOrNull(usual_total),
    inner: bandOf(inner),
    outer: bandOf(outer),
    top: roundTo(ALONE, top),
    surprise: finiteOrNull(assessment.surprise),
    by_hour: byHour === null ? null : roundAll(SCORE, byHour),
    difference: finiteOrNull(assessment.difference),
    spectrum: spectraOf(description, depth),
    basis: assessment.basis,
    basis_days: [...assessment.basis_days],
    omitted_days: [...omittedDays],
  };
}
