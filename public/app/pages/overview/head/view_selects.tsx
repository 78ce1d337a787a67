import { EuiSelect } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../../i18n';
import type { RowSize, Scale } from '../../../basics';

interface ViewSelectsProps {
  readonly scale: Scale;
  readonly rows: RowSize;
  readonly onScale: (scale: Scale) => void;
  readonly onRows: (rows: RowSize) => void;
}

/** How high a row reaches, and how much room it has. */
export function ViewSelects({ scale, rows, onScale, onRows }: ViewSelectsProps) {
  const scales = [
    { value: 'row', text: translate('logwave.scale.row', { defaultMessage: 'Scale: by row' }) },
    {
      value: 'common',
      text: translate('logwave.scale.common', {
        defaultMessage: 'Scale: one for all rows, square root',
      }),
    },
  ];
  const sizes = [
    {
      value: 'compact',
      text: translate('logwave.rows.compact', { defaultMessage: 'Rows: compact' }),
    },
    {
      value: 'comfortable',
      text: translate('logwave.rows.comfortable', { defaultMessage: 'Rows: comfortable' }),
    },
  ];
  return (
    <>
      <div className="lwSelect">
        <EuiSelect
          compressed
          aria-label={translate('logwave.scale.label', { defaultMessage: 'Scale' })}
          options={scales}
          value={scale}
          onChange={({ target }) => onScale(target.value === 'common' ? 'common' : 'row')}
          data-test-subj="logwaveScale"
        />
      </div>
      <div className="lwSelect">
        <EuiSelect
          compressed
          aria-label={translate('logwave.rows.label', { defaultMessage: 'Rows' })}
          options={sizes}
          value={rows}
          onChange={({ target }) => onRows(target.value === 'compact' ? 'compact' : 'comfortable')}
          data-test-subj="logwaveRows"
        />
      </div>
    </>
  );
}
