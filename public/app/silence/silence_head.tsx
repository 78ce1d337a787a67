import React from 'react';
import { translate } from '../../i18n';

interface SilenceHeadProps {
  /** Whether a column of marks follows. */
  readonly hasMarks: boolean;
}

function headTexts(): string[] {
  return [
    translate('logwave.silence.stream', { defaultMessage: 'Host, source or series' }),
    translate('logwave.silence.for', { defaultMessage: 'Silent for' }),
    translate('logwave.silence.days', { defaultMessage: '31 days' }),
    translate('logwave.silence.lastSeen', { defaultMessage: 'Last seen' }),
    translate('logwave.silence.usual', { defaultMessage: 'Usual' }),
  ];
}

/** The heads of the columns. */
export function SilenceHead({ hasMarks }: SilenceHeadProps) {
  const marks = translate('logwave.silence.marks', { defaultMessage: 'Marks' });
  return (
    <thead>
      <tr>
        {[...headTexts(), ...(hasMarks ? [marks] : [])].map((text) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
      </tr>
    </thead>
  );
}
