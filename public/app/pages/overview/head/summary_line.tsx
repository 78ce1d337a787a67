import React, { type ReactNode } from 'react';
import { PageNav } from '../../../components';
import { boldBeginning, type DayAnswer } from '../../../rows';
import { useHeldLine } from './use_held_line';

interface SummaryLineProps {
  readonly head: DayAnswer['head'];
  /** The present message of the page, read out and shown. */
  readonly said: string;
  /** Whether the message is only read out, because the page shows the same elsewhere. */
  readonly isOnlySpoken: boolean;
  /** How many rows match the filter; empty if all are shown. */
  readonly shown: string;
  /** What can be done with the result. */
  readonly children: ReactNode;
}

/** A space that takes up a line. */
const NO_WORDS = '\u00a0';

/** The one sentence of the page. */
export function SummaryLine(props: SummaryLineProps) {
  const { head, said, isOnlySpoken, shown, children } = props;
  const seen = isOnlySpoken ? '' : said;
  const isHeld = useHeldLine(head.day, seen !== '');
  const [bold, rest] = boldBeginning(head.summary);
  return (
    <div className="lwSummaryLine">
      <div className="lwSummaryLine-words">
        <p className="lwSummary" data-test-subj="logwaveSummary">
          <b>{bold}</b>
          {rest}
        </p>
        <p className="lwSub lwSaid" role="status" data-test-subj="logwaveSaid">
          {/* A line that comes and goes would move the rows below it. */}
          <span className={isOnlySpoken ? 'lwHidden' : undefined}>{said}</span>
          {said !== '' && shown !== '' && ' '}
          {shown}
          {isHeld && seen + shown === '' && NO_WORDS}
        </p>
      </div>
      <div className="lwSummaryLine-links">
        <span className="lwNav">{children}</span>
        <PageNav current="day" day={head.day} />
      </div>
    </div>
  );
}
