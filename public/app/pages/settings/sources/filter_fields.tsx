import { EuiButton, EuiFormRow, EuiLink, EuiTextArea } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../../i18n';
import { faultAt, type DraftFaults } from '../draft/draft_faults';
import type { FilterDraft } from '../draft/source_draft';
import { TextField } from '../fields/text_field';

interface ConditionProps {
  readonly condition: FilterDraft;
  readonly faults: DraftFaults;
  /** Where it stands in the settings, such as `sources[2].filter[0]`. */
  readonly path: string;
  readonly onChange: (condition: FilterDraft) => void;
  readonly onRemove: () => void;
}

const MAX_FIELD = 256;
const MAX_VALUES = 30_000;

function Condition({ condition, faults, path, onChange, onRemove }: ConditionProps) {
  const fault = faultAt(faults, `${path}.any_of`);
  return (
    <div className="lwCondition">
      <TextField
        label={translate('logwave.filter.field', { defaultMessage: 'Field' })}
        value={condition.field}
        maxLength={MAX_FIELD}
        fault={faultAt(faults, `${path}.field`)}
        onChange={(field) => onChange({ ...condition, field })}
        data-test-subj="logwaveFilterField"
      />
      <EuiFormRow
        label={translate('logwave.filter.values', {
          defaultMessage: 'Has one of these values, one per line',
        })}
        isInvalid={fault !== undefined}
        error={fault}
        display="rowCompressed"
        fullWidth
      >
        <EuiTextArea
          compressed
          fullWidth
          rows={2}
          resize="vertical"
          maxLength={MAX_VALUES}
          value={condition.values}
          isInvalid={fault !== undefined}
          onChange={({ target }) => onChange({ ...condition, values: target.value })}
          data-test-subj="logwaveFilterValues"
        />
      </EuiFormRow>
      <EuiLink onClick={onRemove} data-test-subj="logwaveFilterRemove">
        {translate('logwave.filter.remove', { defaultMessage: 'Remove condition' })}
      </EuiLink>
    </div>
  );
}

interface FilterFieldsProps {
  readonly filter: readonly FilterDraft[];
  readonly faults: DraftFaults;
  /** Where it stands in the settings, such as `sources[2].filter`. */
  readonly path: string;
  readonly onChange: (filter: readonly FilterDraft[]) => void;
}

/** Which documents of the indices belong to a source: those that meet all conditions. */
export function FilterFields({ filter, faults, path, onChange }: FilterFieldsProps) {
  return (
    <div className="lwFilterFields">
      <h3>{translate('logwave.filter.title', { defaultMessage: 'Documents' })}</h3>
      {filter.length === 0 && (
        <p className="lwSub">
          {translate('logwave.filter.none', { defaultMessage: 'All documents of the indices.' })}
        </p>
      )}
      {filter.map((condition, place) => (
        <Condition
          key={place}
          condition={condition}
          faults={faults}
          path={`${path}[${place}]`}
          onChange={(changed) => onChange(filter.map((one, at) => (at === place ? changed : one)))}
          onRemove={() => onChange(filter.filter((_, at) => at !== place))}
        />
      ))}
      <EuiButton
        size="s"
        color="text"
        onClick={() => onChange([...filter, { field: '', values: '' }])}
        data-test-subj="logwaveFilterAdd"
      >
        {translate('logwave.filter.add', { defaultMessage: 'Add a condition' })}
      </EuiButton>
    </div>
  );
}
