import React, { type ReactNode } from 'react';
import { clockTime } from '../../../words';
import type { LogDocument } from './sample_lines';

interface LogLineProps {
  readonly document: LogDocument;
  readonly zone: string;
  /** The message, or what is drawn instead. */
  readonly children?: ReactNode;
}

/** A log line, which opens to its whole text. */
export function LogLine({ document, zone, children }: LogLineProps) {
  return (
    <li className="lwLogLine">
      <details>
        <summary className="lwLine" title={document.message}>
          <time className="lwSub" dateTime={document.time}>
            {clockTime(document.time, zone)}
          </time>{' '}
          {children ?? document.message}
        </summary>
      </details>
    </li>
  );
}
