import { EuiCheckbox, EuiFormRow } from '@elastic/eui';
import React from 'react';
import { WEEKDAYS, type Weekday } from '../../../../../common/settings';
import { weekdayWords } from '../../../../../common/waveform/words';
import { inOrder } from '../draft/in_order';

interface WeekdaysFieldProps {
  /** Names the field among the settings. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly weekdays: readonly Weekday[];
  readonly fault: string | undefined;
  readonly onChange: (weekdays: readonly Weekday[]) => void;
}

/** Some days of the week. */
export function WeekdaysField(props: WeekdaysFieldProps) {
  const { name, label, help, weekdays, fault, onChange } = props;
  const turn = (weekday: Weekday, isOn: boolean): void =>
    onChange(inOrder([...weekdays.filter((one) => one !== weekday), ...(isOn ? [weekday] : [])]));
  return (
    <EuiFormRow
      label={label}
      helpText={help}
      isInvalid={fault !== undefined}
      error={fault}
      display="rowCompressed"
      fullWidth
    >
      <div data-test-subj={`logwaveSetting-${name}`}>
        {inOrder(WEEKDAYS).map((weekday) => (
          <EuiCheckbox
            key={weekday}
            id={`logwaveSetting-${name}-${weekday}`}
            compressed
            label={weekdayWords(WEEKDAYS.indexOf(weekday))}
            checked={weekdays.includes(weekday)}
            onChange={({ target }) => turn(weekday, target.checked)}
          />
        ))}
      </div>
    </EuiFormRow>
  );
}
