import React, { type ReactNode } from 'react';
import type { Day } from '../../../../../common/time';
import { PageNav } from '../../../components';

interface NoSummaryLineProps {
  readonly day: Day;
  readonly said: string;
  /** What can be done with the day. */
  readonly children: ReactNode;
}

/** The line of the summary while there is none: the links to the other pages, and a message. */
export function NoSummaryLine(props: NoSummaryLineProps) {
  const { day, said, children } = props;
  return (
    <div className="lwSummaryLine">
      <p className="lwSub lwSaid lwSummaryLine-words" role="status" data-test-subj="logwaveSaid">
        {said}
      </p>
      <div className="lwSummaryLine-links">
        <span className="lwNav">{children}</span>
        <PageNav current="day" day={day} />
      </div>
    </div>
  );
}
