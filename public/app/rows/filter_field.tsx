import { EuiFieldText } from '@elastic/eui';
import React, { type KeyboardEvent, type RefObject } from 'react';
import { translate } from '../../i18n';

interface FilterFieldProps {
  readonly value: string;
  readonly field: RefObject<HTMLInputElement>;
  readonly onChange: (value: string) => void;
  /** Moves from the field to the rows. */
  readonly onLeave: () => void;
}

/** Which series are shown. `/` focuses it. Escape empties the field and then leaves it. */
export function FilterField({ value, field, onChange, onLeave }: FilterFieldProps) {
  const label = translate('logwave.filter.label', { defaultMessage: 'Filter series' });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || (event.key === 'Escape' && value === '')) onLeave();
    else if (event.key === 'Escape') onChange('');
  };
  return (
    <div className="lwFilter">
      <EuiFieldText
        compressed
        fullWidth
        inputRef={(element) => Object.assign(field, { current: element })}
        value={value}
        placeholder={label}
        aria-label={label}
        maxLength={200}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        data-test-subj="logwaveFilter"
      />
      {value === '' && <kbd aria-hidden="true">/</kbd>}
    </div>
  );
}
