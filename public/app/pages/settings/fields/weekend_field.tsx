import { EuiCheckbox, EuiFormRow } from '@elastic/eui';
import React from 'react';
import { WEEKDAYS, type Weekday } from '../../../../../common/settings';
import { weekdayWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { inOrder } from '../draft/settings_draft';

interface WeekendFieldProps {
  readonly weekend: readonly Weekday[];
  readonly fault: string | undefined;
  readonly onChange: (weekend: readonly Weekday[]) => void;
}

/** Which weekdays are the weekend. */
export function WeekendField({ weekend, fault, onChange }: WeekendFieldProps) {
  const turn = (weekday: Weekday, isOn: boolean): void =>
    onChange(inOrder([...weekend.filter((one) => one !== weekday), ...(isOn ? [weekday] : [])]));
  return (
    <EuiFormRow
      label={translate('logwave.settings.weekend', { defaultMessage: 'Weekend' })}
      helpText={translate('logwave.settings.weekendHelp', {
        defaultMessage:
          'Logwave compares weekend days with weekend days. It reads a holiday as one.',
      })}
      isInvalid={fault !== undefined}
      error={fault}
      display="rowCompressed"
      fullWidth
    >
      <div data-test-subj="logwaveSetting-weekend">
        {inOrder(WEEKDAYS).map((weekday) => (
          <EuiCheckbox
            key={weekday}
            id={`logwaveWeekend-${weekday}`}
            compressed
            label={weekdayWords(WEEKDAYS.indexOf(weekday))}
            checked={weekend.includes(weekday)}
            onChange={({ target }) => turn(weekday, target.checked)}
          />
        ))}
      </div>
    </EuiFormRow>
  );
}
