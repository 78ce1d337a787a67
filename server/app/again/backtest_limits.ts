import { greatest } from '../../../common/lists';
import type { Day } from '../../../common/time';
import { LEAST_SCORE_LIMIT } from '../../../common/settings';

/**
 * A series on a day that the lowest threshold flags, and the highest threshold at which it stays
 * flagged.
 */
export interface Candidate {
  readonly day: Day;
  readonly source: string;
  /** Null if it is about the whole source. */
  readonly subtype: string | null;
  /** The series in words, and its code. */
  readonly name: string;
  readonly code: string;
  /** Whether it is flagged with the current settings. */
  readonly is_flagged: boolean;
  /**
   * The highest threshold, in tenths, that flags it: Infinity if every threshold does; 0 if none.
   */
  readonly highest_tenths: number;
}

/** The effect of a threshold. */
export interface LimitRow {
  readonly limit: number;
  /** The mean of the days that were assessed. */
  readonly flags_a_day: number;
  /** Findings of the day that has the most. */
  readonly busiest_day: number;
}

/** The lowest threshold that keeps to a budget; null if even the highest does not. */
export interface Proposal {
  readonly budget: number;
  readonly row: LimitRow | null;
  /**
   * Findings a day that no threshold removes: series never seen, sources gone silent, scores beyond
   * all.
   */
  readonly at_any_limit: number;
}

/** The lowest and the highest threshold that the settings allow. */
export const LOWEST_TENTHS = 10 * LEAST_SCORE_LIMIT;
export const HIGHEST_TENTHS = 1_000;
const SHOWN_TENTHS = [30, 35, 40, 45, 50, 60, 80, 100, 150, 200];

/**
 * The highest threshold, in tenths, at which a day is still flagged, found by halving.
 *
 * @param isFlagged whether a threshold, in tenths, flags the day; once one does not, no higher one
 * does
 * @param lowest where to begin
 * @returns 0 if not even the lowest flags it, Infinity if the highest of the settings does
 */
export function highestFlagging(isFlagged: (tenths: number) => boolean, lowest: number): number {
  if (isFlagged(HIGHEST_TENTHS)) return Infinity;
  if (!isFlagged(lowest)) return 0;
  let [flags, spares] = [lowest, HIGHEST_TENTHS];
  while (spares - flags > 1) {
    const middle = Math.floor((flags + spares) / 2);
    if (isFlagged(middle)) flags = middle;
    else spares = middle;
  }
  return flags;
}

function rowOf(flagged: readonly Candidate[], days: readonly Day[], limit: number): LimitRow {
  const byDay = new Map<Day, number>();
  for (const { day } of flagged) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  return {
    limit,
    flags_a_day: days.length === 0 ? 0 : flagged.length / days.length,
    busiest_day: greatest([0, ...byDay.values()]),
  };
}

function rowAt(candidates: readonly Candidate[], days: readonly Day[], tenths: number): LimitRow {
  const flagged = candidates.filter(({ highest_tenths: highest }) => highest >= tenths);
  return rowOf(flagged, days, tenths / 10);
}

/**
 * The effect of some thresholds, the lowest first, including the present one.
 *
 * @param days those that were assessed
 * @param present the threshold of the settings
 */
export function limitTable(
  candidates: readonly Candidate[],
  days: readonly Day[],
  present: number,
): LimitRow[] {
  const others = SHOWN_TENTHS.filter((tenths) => tenths / 10 !== present);
  const flagged = candidates.filter(({ is_flagged: isFlagged }) => isFlagged);
  return [
    ...others.map((tenths) => rowAt(candidates, days, tenths)),
    rowOf(flagged, days, present),
  ].sort((a, b) => a.limit - b.limit);
}

/** The lowest threshold, in steps of a tenth, with at most `budget` findings a day on average. */
export function proposeLimit(
  candidates: readonly Candidate[],
  days: readonly Day[],
  budget: number,
): Proposal {
  const always = candidates.filter(({ highest_tenths: highest }) => highest === Infinity);
  const at_any_limit = rowOf(always, days, Infinity).flags_a_day;
  for (let tenths = LOWEST_TENTHS; tenths <= HIGHEST_TENTHS; tenths += 1) {
    const row = rowAt(candidates, days, tenths);
    if (row.flags_a_day <= budget) return { budget, row, at_any_limit };
  }
  return { budget, row: null, at_any_limit };
}
