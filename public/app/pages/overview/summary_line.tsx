import React from 'react';
import { countWords } from '../../../../common/waveform/words';
import { PageNav } from '../../components/page_nav';
import type { DayAnswer } from './overview_rows';

interface SummaryLineProps {
  readonly head: DayAnswer['head'];
  /** What the page has to say at the moment: read out, and shown. */
  readonly said: string;
}

/** The summary as the host words it, its beginning in bold where it counts the unusual series. */
function boldBeginning(summary: string, head: DayAnswer['head']): [bold: string, rest: string] {
  const counts = `${countWords(head.series_unusual)} of ${countWords(head.series_total)} `;
  if (!summary.startsWith(counts)) return ['', summary];
  const end = summary.search(/[,.]/);
  return end < 0 ? [summary, ''] : [summary.slice(0, end), summary.slice(end)];
}

/** The one sentence of the page. */
export function SummaryLine({ head, said }: SummaryLineProps) {
  const [bold, rest] = boldBeginning(head.summary, head);
  return (
    <div className="lwSummaryLine">
      <p className="lwSummary" data-test-subj="logwaveSummary">
        <b>{bold}</b>
        {rest}
      </p>
      <p className="lwSub lwSaid" role="status" data-test-subj="logwaveSaid">
        {said}
      </p>
      <span className="lwGrow" />
      <PageNav current="day" day={head.day} />
    </div>
  );
}
