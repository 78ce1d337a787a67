import type { DayReport, ReportRow } from './day_report';

/** A row as data. */
type JsonRow = Omit<ReportRow, 'drawing' | 'views'> & {
  readonly views: readonly JsonRow[];
  readonly counts: ReportRow['drawing']['today'];
  readonly usual_counts: ReportRow['drawing']['usual'];
};

function withoutDrawing({ drawing, views, ...row }: ReportRow): JsonRow {
  const counts = { counts: drawing.today, usual_counts: drawing.usual };
  return { ...row, views: views.map(withoutDrawing), ...counts };
}

/** The report as data: the same content in the same order, with counts instead of drawings. */
export function reportJson(report: DayReport) {
  const { silent, unusual, ...rest } = report;
  return { ...rest, silent: silent.map(withoutDrawing), unusual: unusual.map(withoutDrawing) };
}
