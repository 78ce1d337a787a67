import type { AnswerOf, getSeriesOfDay } from '../../../common/api';
import { rowOfSeries, rowOfSource, type OverviewRow } from './overview_row';

export type DayAnswer = AnswerOf<typeof getSeriesOfDay>;

/** The rows of a day: those with flags, then the quiet ones, each as the host has ordered them. */
export interface OverviewRows {
  readonly flagged: readonly OverviewRow[];
  readonly quiet: readonly OverviewRow[];
}

/** All rows of a day; silent sources come first, since they explain what is missing below. */
export function rowsOfDay({ source_findings: sources, series }: DayAnswer): OverviewRows {
  const rows = series.map(rowOfSeries);
  return {
    flagged: [...sources.map(rowOfSource), ...rows.filter(({ isFlagged }) => isFlagged)],
    quiet: rows.filter(({ isFlagged }) => !isFlagged),
  };
}

/** The words that a row has to hold, in lower case. */
function wordsOf(filter: string): string[] {
  return filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The rows that hold every word of the filter in their name, code or verdict. */
export function filterRows(rows: OverviewRows, filter: string): OverviewRows {
  const words = wordsOf(filter);
  if (words.length === 0) return rows;
  const holds = ({ searched }: OverviewRow): boolean =>
    words.every((word) => searched.includes(word));
  return { flagged: rows.flagged.filter(holds), quiet: rows.quiet.filter(holds) };
}

/** The count that reaches the top where all rows share one scale. */
export function commonTop({ flagged, quiet }: OverviewRows): number {
  return [...flagged, ...quiet].reduce((top, row) => Math.max(top, row.top), 1);
}
