import { EuiSwitch } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../../i18n';
import { faultAt, type DraftFaults } from '../draft/draft_faults';
import type { FloorKey, FloorsDraft } from '../draft/floors_draft';
import { TextField } from './text_field';

interface FloorsFieldsProps {
  readonly floors: FloorsDraft;
  readonly faults: DraftFaults;
  /** Their path in the settings, such as `series[0].floors`. */
  readonly path: string;
  /** Prefix of the test subjects of the fields. */
  readonly name: string;
  readonly onChange: (floors: FloorsDraft) => void;
}

function floorLabels(): readonly (readonly [key: FloorKey, label: string])[] {
  return [
    ['least_count', translate('logwave.floors.count', { defaultMessage: 'Minimum count' })],
    ['least_excess', translate('logwave.floors.excess', { defaultMessage: 'Minimum excess' })],
    ['least_ratio', translate('logwave.floors.ratio', { defaultMessage: 'Minimum ratio' })],
  ];
}

/** The minimums: what is too little to be a finding. An empty field sets none. */
export function FloorsFields({ floors, faults, path, name, onChange }: FloorsFieldsProps) {
  return (
    <div className="lwFloors">
      {floors.judge &&
        floorLabels().map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            value={floors[key]}
            isNumber
            fault={faultAt(faults, `${path}.${key}`)}
            onChange={(value) => onChange({ ...floors, [key]: value })}
            data-test-subj={`${name}-${key}`}
          />
        ))}
      <EuiSwitch
        compressed
        className="lwFloors-judge"
        label={translate('logwave.floors.judge', { defaultMessage: 'Assess' })}
        checked={floors.judge}
        onChange={({ target }) => onChange({ ...floors, judge: target.checked })}
        data-test-subj={`${name}-judge`}
      />
    </div>
  );
}
