import React from 'react';
import { translate } from '../../i18n';

interface SilenceHeadProps {
  /** Whether a column of marks follows. */
  readonly hasMarks: boolean;
}

/** The column names that a narrow window puts before each value. */
export const silenceHeads = {
  silentFor: () => translate('logwave.silence.for', { defaultMessage: 'Silent for' }),
  lastSeen: () => translate('logwave.silence.lastSeen', { defaultMessage: 'Last seen' }),
  usual: () => translate('logwave.silence.usual', { defaultMessage: 'Usual' }),
} as const;

function headTexts(): string[] {
  return [
    translate('logwave.silence.stream', { defaultMessage: 'Host, source or series' }),
    silenceHeads.silentFor(),
    translate('logwave.silence.days', { defaultMessage: '31 days' }),
    silenceHeads.lastSeen(),
    silenceHeads.usual(),
  ];
}

/** The heads of the columns. */
export function SilenceHead({ hasMarks }: SilenceHeadProps) {
  const marks = translate('logwave.silence.marks', { defaultMessage: 'Marks' });
  return (
    <thead>
      <tr>
        {headTexts().map((text) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
        {hasMarks && (
          <th scope="col" className="lwSilence-marks">
            {marks}
          </th>
        )}
      </tr>
    </thead>
  );
}
