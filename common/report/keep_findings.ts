import type { RowFinding } from '../api';
import type { DayAnswer } from './day_answer';

/** Identifies a finding across analyses of its day: its series, and what happened. */
export function findingKey({
  source,
  subtype,
  verdict,
}: Pick<RowFinding, 'source' | 'subtype' | 'verdict'>): string {
  return JSON.stringify([source, subtype, verdict]);
}

/** All findings of a day: those of whole sources first. */
export function findingsOf({ source_findings: ofSources, series }: DayAnswer): RowFinding[] {
  return [...ofSources, ...series.flatMap(({ finding }) => (finding === null ? [] : [finding]))];
}

/** The day with only some of its findings. Its numbers stay those of the whole day. */
export function keepFindings(answer: DayAnswer, keep: (finding: RowFinding) => boolean): DayAnswer {
  return {
    ...answer,
    source_findings: answer.source_findings.filter(keep),
    series: answer.series.map((row) =>
      row.finding === null || keep(row.finding) ? row : { ...row, finding: null },
    ),
  };
}
