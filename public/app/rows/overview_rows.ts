import type { AnswerOf, getSeriesOfDay } from '../../../common/api';
import { rowOfSeries, rowOfSource, type OverviewRow } from './overview_row';

export type DayAnswer = AnswerOf<typeof getSeriesOfDay>;

/** Whether a day has anything to show as a row: a series, or a source that was silent. */
export function hasRows({ series, source_findings: ofSources }: DayAnswer): boolean {
  return series.length > 0 || ofSources.length > 0;
}

/** Series of a source that were not assessed, for one reason. */
export interface NotAssessed {
  readonly key: string;
  readonly source: string;
  readonly reason: string;
  readonly rows: readonly OverviewRow[];
}

/** Rows that are views of one incident: the most surprising, and the others. */
export interface IncidentRows {
  readonly key: string;
  readonly head: OverviewRow;
  readonly views: readonly OverviewRow[];
}

/** Flagged rows as incidents, in the order of their heads. Most are single rows. */
export function incidentRows(flagged: readonly OverviewRow[]): IncidentRows[] {
  const incidents = new Map<string, { key: string; head: OverviewRow; views: OverviewRow[] }>();
  for (const row of flagged) {
    const key = `incident ${row.finding?.incident ?? row.key}`;
    const incident = incidents.get(key);
    if (incident === undefined) incidents.set(key, { key, head: row, views: [] });
    else incident.views.push(row);
  }
  return [...incidents.values()];
}

/** The rows of a day, each kind in the host's order. */
export interface OverviewRows {
  readonly flagged: readonly OverviewRow[];
  /** Assessed, and without a finding. */
  readonly quiet: readonly OverviewRow[];
  readonly notAssessed: readonly NotAssessed[];
}

/** All rows from top to bottom. */
export function everyRow({ flagged, quiet, notAssessed }: OverviewRows): OverviewRow[] {
  return [...flagged, ...quiet, ...notAssessed.flatMap(({ rows }) => rows)];
}

/** How many series were not assessed. */
export function notAssessedCount({ notAssessed }: OverviewRows): number {
  return notAssessed.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The reason is shown once for all series of a source that it applies to. */
function byReason(rows: readonly OverviewRow[]): NotAssessed[] {
  const groups = new Map<string, { source: string; reason: string; rows: OverviewRow[] }>();
  for (const row of rows) {
    const source = row.series?.source ?? '';
    const reason = row.reason ?? '';
    const key = JSON.stringify([source, reason]);
    const group = groups.get(key) ?? { source, reason, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** All rows of a day. Silent sources come first, since they explain what is missing below. */
export function rowsOfDay({ head, source_findings: sources, series }: DayAnswer): OverviewRows {
  const rows = series.map(rowOfSeries);
  return {
    flagged: [
      ...sources.map((finding) => rowOfSource(finding, head.columns)),
      ...rows.filter(({ isFlagged }) => isFlagged),
    ],
    quiet: rows.filter(({ isFlagged, isAssessed }) => !isFlagged && isAssessed),
    notAssessed: byReason(rows.filter(({ isAssessed }) => !isAssessed)),
  };
}

/** The words that a row must contain, in lower case. */
function wordsOf(filter: string): string[] {
  return filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The rows that contain every word of the filter in their name, code or verdict. */
export function filterRows(rows: OverviewRows, filter: string): OverviewRows {
  const words = wordsOf(filter);
  if (words.length === 0) return rows;
  const holds = ({ searched }: OverviewRow): boolean =>
    words.every((word) => searched.includes(word));
  return {
    flagged: rows.flagged.filter(holds),
    quiet: rows.quiet.filter(holds),
    notAssessed: rows.notAssessed
      .map((group) => ({ ...group, rows: group.rows.filter(holds) }))
      .filter((group) => group.rows.length > 0),
  };
}

/** The count at the top if all rows share one scale. */
export function commonTop(rows: OverviewRows): number {
  return everyRow(rows).reduce((top, row) => Math.max(top, row.top), 1);
}
