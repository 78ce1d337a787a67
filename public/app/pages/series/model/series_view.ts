import type { AnswerOf, RowFinding, getOneSeries, SeriesRow } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import type { Band, SilentStretch, TestKind } from '../../../../../common/charts';

export type SeriesAnswer = AnswerOf<typeof getOneSeries>;
export type Hours = readonly (number | null)[];

/** The finding of the series, as far as the page shows it. */
export type SeriesFinding = Pick<
  RowFinding,
  'verdict' | 'flagged' | 'runs' | 'shift' | 'rank' | 'sentence' | 'ticket'
>;

/** Everything that the page shows of a series on a day: as the run saw it, or computed again. */
export interface SeriesView {
  readonly state: SeriesRow['state'];
  /** Why there is no finding though it is not as usual, in a sentence. */
  readonly reason: string | null;
  readonly total: number;
  readonly usual: Hours | null;
  readonly usualTotal: number | null;
  readonly inner: Band | null;
  readonly outer: Band | null;
  /** Whether the method's model gives the bands, or the days of the basis themselves. */
  readonly areBandsOfModel: boolean;
  /** The count at the top of the chart. */
  readonly top: number;
  readonly surprise: number | null;
  /** Each hour's surprise under `calibrated`, its contribution under `talk`. */
  readonly byHour: Hours | null;
  readonly difference: number | null;
  readonly basis: string;
  readonly basisDays: readonly Day[];
  readonly finding: SeriesFinding | null;
}

/** The series as the run saw it. */
export function viewOfRow({ row, assessing }: SeriesAnswer): SeriesView {
  return {
    state: row.state,
    reason: row.reason,
    total: row.total,
    usual: row.usual,
    usualTotal: row.usual_total,
    inner: row.inner,
    outer: row.outer,
    areBandsOfModel: assessing.method !== 'talk',
    top: row.top,
    surprise: row.surprise,
    byHour: row.by_hour,
    difference: row.difference,
    basis: row.basis,
    basisDays: row.basis_days,
    finding: row.state === 'unusual' ? row.finding : null,
  };
}

/** The training days that decided, as far as their counts are known, oldest first. */
export function basisCounts({ training }: SeriesAnswer, { basisDays }: SeriesView): Hours[] {
  return training
    .filter(({ day, unknown }) => unknown === null && basisDays.includes(day))
    .map(({ counts }) => counts);
}

/** The days that decided, in words: "4 Wednesdays", without the rest of the basis. */
export function basisWords({ basis }: SeriesView): string {
  return basis.replace(/:.*$/, '');
}

/**
 * The silent stretches, each of which has one surprise for all of its hours; none under another
 * verdict.
 */
export function silentStretches(kind: TestKind, { finding }: SeriesView): readonly SilentStretch[] {
  return kind === 'surprise' && finding?.verdict === 'silent' ? finding.runs : [];
}

/** The wall-clock hours that are flagged, ascending. */
export function flaggedHours({ finding }: SeriesView): number[] {
  return finding?.flagged.map(({ hour }) => hour) ?? [];
}
