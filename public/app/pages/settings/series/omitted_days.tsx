import { EuiLink } from '@elastic/eui';
import React from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { longDay } from '../../../words';

interface OmittedDaysProps {
  readonly days: readonly Day[];
  readonly onTakeBack: (day: Day) => void;
}

/** The days that are left out for a series. Each can be taken back. */
export function OmittedDays({ days, onTakeBack }: OmittedDaysProps) {
  if (days.length === 0) {
    return (
      <p className="lwSub">
        {translate('logwave.settings.noOmitted', { defaultMessage: 'No day is left out.' })}
      </p>
    );
  }
  return (
    <ul className="lwOmitted">
      {days.map((day) => (
        <li key={day}>
          {longDay(day)}{' '}
          <EuiLink
            onClick={() => onTakeBack(day)}
            aria-label={translate('logwave.settings.takeBackDay', {
              defaultMessage: 'Use again: {day}',
              values: { day: longDay(day) },
            })}
            data-test-subj={`logwaveTakeBack-${day}`}
          >
            {translate('logwave.settings.takeBack', { defaultMessage: 'Use again' })}
          </EuiLink>
        </li>
      ))}
    </ul>
  );
}
