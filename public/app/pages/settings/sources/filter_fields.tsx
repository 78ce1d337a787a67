import { EuiButton, EuiFormRow, EuiLink, EuiTextArea } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../../i18n';
import { faultAt, placedFaultAt, type DraftFaults } from '../draft/draft_faults';
import { jsonIn, type ConditionDraft } from '../draft/filter_draft';
import { TextField } from '../fields/text_field';

type FieldDraft = Extract<ConditionDraft, { field: string }>;
type TextDraft = Extract<ConditionDraft, { text: string }>;

interface ConditionProps<T extends ConditionDraft> {
  readonly condition: T;
  readonly faults: DraftFaults;
  /** Its path in the settings, such as `sources[2].filter[0]`. */
  readonly path: string;
  readonly onChange: (condition: T) => void;
  readonly onRemove: () => void;
}

const MAX_FIELD = 256;
const MAX_VALUES = 30000;
const EXAMPLE = '{"not": {"exists": {"field": ""}}}';

function RemoveCondition({ onRemove }: Pick<ConditionProps<ConditionDraft>, 'onRemove'>) {
  return (
    <EuiLink onClick={onRemove} data-test-subj="logwaveFilterRemove">
      {translate('logwave.filter.remove', { defaultMessage: 'Remove condition' })}
    </EuiLink>
  );
}

/** Any condition, as the settings file has it. */
function JsonCondition(props: ConditionProps<TextDraft>) {
  const { condition, faults, path, onChange, onRemove } = props;
  const notJson = translate('logwave.filter.notJson', { defaultMessage: 'This is not JSON.' });
  const fault = jsonIn(condition.text) === undefined ? notJson : placedFaultAt(faults, path);
  return (
    <div className="lwCondition">
      <EuiFormRow
        label={translate('logwave.filter.json', { defaultMessage: 'Condition as JSON' })}
        helpText={translate('logwave.filter.jsonHelp', {
          defaultMessage: 'not, and, or, exists, range, or field and any_of, such as {example}',
          values: { example: '{"not": {"exists": {"field": "user.name"}}}' },
        })}
        isInvalid={fault !== undefined}
        error={fault}
        display="rowCompressed"
        fullWidth
      >
        <EuiTextArea
          compressed
          fullWidth
          rows={6}
          resize="vertical"
          maxLength={MAX_VALUES}
          value={condition.text}
          isInvalid={fault !== undefined}
          onChange={({ target }) => onChange({ text: target.value })}
          data-test-subj="logwaveFilterJson"
        />
      </EuiFormRow>
      <RemoveCondition onRemove={onRemove} />
    </div>
  );
}

/** A field that has one of some values. */
function FieldCondition(props: ConditionProps<FieldDraft>) {
  const { condition, faults, path, onChange, onRemove } = props;
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
      <RemoveCondition onRemove={onRemove} />
    </div>
  );
}

function Condition({ condition, ...props }: ConditionProps<ConditionDraft>) {
  return 'text' in condition ? (
    <JsonCondition {...props} condition={condition} />
  ) : (
    <FieldCondition {...props} condition={condition} />
  );
}

interface FilterFieldsProps {
  readonly filter: readonly ConditionDraft[];
  readonly faults: DraftFaults;
  /** Its path in the settings, such as `sources[2].filter`. */
  readonly path: string;
  readonly onChange: (filter: readonly ConditionDraft[]) => void;
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
      </EuiButton>{' '}
      <EuiButton
        size="s"
        color="text"
        onClick={() => onChange([...filter, { text: EXAMPLE }])}
        data-test-subj="logwaveFilterAddJson"
      >
        {translate('logwave.filter.addJson', { defaultMessage: 'Add a condition as JSON' })}
      </EuiButton>
    </div>
  );
}
