import { greatest } from '../../../common/lists';
import type { Day } from '../../../common/time';
import { LEAST_SCORE_LIMIT } from '../../../common/settings';

/** A series on a day that the lowest limit flags, and up to which limit it stays flagged. */
export interface Candidate {
  readonly day: Day;
  readonly source: string;
  /** Null where it is about the whole source. */
  readonly subtype: string | null;
  /** The series in words, and its code. */
  readonly name: string;
  readonly code: string;
  /** Whether it is flagged by the settings as they are. */
  readonly is_flagged: boolean;
  /** The highest limit, in tenths, that flags it: Infinity where every limit does; 0 where none. */
  readonly highest_tenths: number;
}

/** What a limit would do. */
export interface LimitRow {
  readonly limit: number;
  /** The mean of the days that were assessed. */
  readonly flags_a_day: number;
  /** Flags of the day that has most. */
  readonly busiest_day: number;
}

/** The lowest limit that keeps to a budget; null where even the highest does not. */
export interface Proposal {
  readonly budget: number;
  readonly row: LimitRow | null;
  /** Flags a day that no limit takes away: series never seen, sources gone silent, scores beyond all. */
  readonly at_any_limit: number;
}

/** The lowest limit and the highest that the settings take. */
export const LOWEST_TENTHS = 10 * LEAST_SCORE_LIMIT;
export const HIGHEST_TENTHS = 1_000;
const SHOWN_TENTHS = [30, 35, 40, 45, 50, 60, 80, 100, 150, 200];

/**
 * The highest limit, in tenths, at which a day is still flagged, found by halving.
 *
 * @param isFlagged whether a limit, in tenths, flags the day; once one does not, no higher one does
 * @param lowest where to begin
 * @returns 0 where not even the lowest flags it, Infinity where the highest of the settings does
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
 * What some limits would do, the lowest first, the present one among them.
 *
 * @param days those that were assessed
 * @param present the limit of the settings
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

/** The lowest limit, in steps of a tenth, with at most `budget` flags a day in the mean. */
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
