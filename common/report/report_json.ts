import type { DayReport, ReportRow } from './day_report';

function withoutDrawing({ drawing, ...row }: ReportRow) {
  return { ...row, counts: drawing.today, usual_counts: drawing.usual };
}

/** The report as data: the same content, in the same order, with counts in place of drawings. */
export function reportJson(report: DayReport) {
  const { silent, unusual, ...rest } = report;
  return { ...rest, silent: silent.map(withoutDrawing), unusual: unusual.map(withoutDrawing) };
}
