import { EuiCheckbox, EuiFormRow } from '@elastic/eui';
import React from 'react';

interface ChoicesProps<T extends string> {
  /** Identifies the field, and with a value the box of that value. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly fault: string | undefined;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
  readonly className?: string;
}

/** Some of several values, in their order: boxes that a screen reader announces as one group. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { name, label, help, fault, options, chosen, onChange, className } = props;
  const turn = (value: T, isOn: boolean): void => {
    const values = options.map(([one]) => one);
    onChange(values.filter((one) => (one === value ? isOn : chosen.includes(one))));
  };
  return (
    <EuiFormRow
      label={label}
      helpText={help}
      isInvalid={fault !== undefined}
      error={fault}
      display="rowCompressed"
      fullWidth
      // The label is that of the group. As a label of its own it would be that of no field.
      hasChildLabel={false}
    >
      <div role="group" aria-label={label} className={className} data-test-subj={name}>
        {options.map(([value, text]) => (
          <EuiCheckbox
            key={value}
            id={`${name}-${value}`}
            compressed
            label={text}
            checked={chosen.includes(value)}
            onChange={({ target }) => turn(value, target.checked)}
            data-test-subj={`${name}-${value}`}
          />
        ))}
      </div>
    </EuiFormRow>
  );
}
