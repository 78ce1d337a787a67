import React from 'react';
import type { AnswerOf, ApiSilence, getSilence } from '../../../../common/api';
import { streamKey } from '../../../../common/sources';
import { SilenceHead, SilenceRow } from '../../silence';
import { MarkButtons } from './mark_buttons';
import type { NewMark } from './use_marks';

type Silence = AnswerOf<typeof getSilence>;

interface SilenceTableProps {
  readonly silence: Silence;
  readonly isDisabled: boolean;
  readonly onMark: (row: ApiSilence, mark: NewMark) => void;
}

/** What is silent, the most overdue first. */
export function SilenceTable({ silence, ...marking }: SilenceTableProps) {
  const { rows, at, zone, day } = silence;
  if (rows.length === 0) return null;
  return (
    <table className="lwSilence" data-test-subj="logwaveSilence">
      <SilenceHead hasMarks />
      <tbody>
        {rows.map((row) => (
          <SilenceRow key={streamKey(row)} row={row} at={at} zone={zone}>
            <MarkButtons row={row} today={day} {...marking} />
          </SilenceRow>
        ))}
      </tbody>
    </table>
  );
}
