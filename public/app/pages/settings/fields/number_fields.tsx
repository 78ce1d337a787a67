import React from 'react';
import { faultAt } from '../draft/draft_faults';
import type { SettingsDraft } from '../draft/settings_draft';
import type { FormPart } from '../form/form_part';
import { TextField } from './text_field';

/** A setting that is a number. */
export interface NumberField {
  readonly key:
    | 'training_days'
    | 'score_limit'
    | 'difference_limit'
    | 'contribution_limit'
    | 'depth'
    | 'low_percentile'
    | 'high_percentile'
    | 'least_shared'
    | 'retention_days'
    | 'retention_series_days';
  /** Its path in the settings. */
  readonly path: string;
  readonly label: string;
  readonly help: string;
}

interface NumberFieldsProps extends FormPart {
  readonly fields: readonly NumberField[];
}

/** A field of the form for each number. */
export function NumberFields({ fields, draft, faults, onChange }: NumberFieldsProps) {
  return (
    <>
      {fields.map(({ key, path, label, help }) => (
        <TextField
          key={key}
          label={label}
          help={help}
          value={draft[key]}
          isNumber
          fault={faultAt(faults, path)}
          onChange={(value) => onChange((before): SettingsDraft => ({ ...before, [key]: value }))}
          data-test-subj={`logwaveSetting-${key}`}
        />
      ))}
    </>
  );
}
