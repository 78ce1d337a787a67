import React from 'react';
import { useHour, type HourCursor } from '../../rows';
import { readoutWords, type ReadoutFacts } from './model/readout_words';

interface HourReadoutProps {
  readonly cursor: HourCursor;
  readonly facts: ReadoutFacts;
  /** The text while the cursor is on no hour. */
  readonly otherwise: string;
}

/** The hour under the cursor in words. */
export function HourReadout({ cursor, facts, otherwise }: HourReadoutProps) {
  const hour = useHour(cursor);
  return (
    <p className="lwCaption lwReadout" data-test-subj="logwaveReadout">
      {hour === undefined ? otherwise : readoutWords(hour, facts)}
    </p>
  );
}
