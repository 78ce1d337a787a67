import { EuiFieldText, EuiFormRow } from '@elastic/eui';
import React, { useState, type ReactNode } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: ReactNode;
  /** What is wrong with it, in a sentence. */
  readonly fault: string | undefined;
  readonly maxLength?: number;
  /** Whether a fault is also shown for an empty field that the reader has not visited. */
  readonly isSent?: boolean;
  /** Whether it takes a number. */
  readonly isNumber?: boolean;
  /** The id of a list of suggestions. */
  readonly list?: string;
  readonly 'data-test-subj': string;
}

/**
 * A field for a text or a number, with its fault. An empty field that the reader has not visited
 * shows none, so that a form that has just been opened has no errors.
 */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, help, fault, maxLength = 64, isNumber = false, list } = props;
  const { isSent = false } = props;
  const [isSeen, setSeen] = useState(value !== '');
  const shown = isSent || isSeen || value !== '' ? fault : undefined;
  const isInvalid = shown !== undefined;
  return (
    <EuiFormRow
      label={label}
      helpText={help}
      isInvalid={isInvalid}
      error={shown}
      display="rowCompressed"
      fullWidth
    >
      <EuiFieldText
        compressed
        fullWidth
        value={value}
        isInvalid={isInvalid}
        maxLength={maxLength}
        spellCheck={false}
        autoComplete="off"
        {...(isNumber && { inputMode: 'decimal' as const })}
        {...(list !== undefined && { list })}
        onChange={({ target }) => {
          setSeen(true);
          onChange(target.value);
        }}
        onBlur={() => setSeen(true)}
        data-test-subj={props['data-test-subj']}
      />
    </EuiFormRow>
  );
}
