import React, { type ReactNode } from 'react';
import { PageNav } from '../../../components';
import { boldBeginning, type DayAnswer } from '../../../rows';

interface SummaryLineProps {
  readonly head: DayAnswer['head'];
  /** The present message of the page, read out and shown. */
  readonly said: string;
  /** What can be done with the result. */
  readonly children: ReactNode;
}

/** The one sentence of the page. */
export function SummaryLine({ head, said, children }: SummaryLineProps) {
  const [bold, rest] = boldBeginning(head.summary);
  return (
    <div className="lwSummaryLine">
      <div className="lwSummaryLine-words">
        <p className="lwSummary" data-test-subj="logwaveSummary">
          <b>{bold}</b>
          {rest}
        </p>
        <p className="lwSub lwSaid" role="status" data-test-subj="logwaveSaid">
          {said}
        </p>
      </div>
      <div className="lwSummaryLine-links">
        <span className="lwNav">{children}</span>
        <PageNav current="day" day={head.day} />
      </div>
    </div>
  );
}
