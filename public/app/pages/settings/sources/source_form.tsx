import { EuiButton } from '@elastic/eui';
import React from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { faultAt, type DraftFaults } from '../draft/draft_faults';
import type { SourceDraft } from '../draft/source_draft';
import { FloorsFields } from '../fields/floors_fields';
import { TextField } from '../fields/text_field';
import { FilterFields } from './filter_fields';
import { checkFault } from './check_faults';
import { SourceCheck } from './source_check';
import { sourceFields } from './source_fields';
import { useSourceCheck } from './use_source_check';

interface SourceFormProps {
  readonly source: SourceDraft;
  /** Its index in the form's list. */
  readonly place: number;
  readonly faults: DraftFaults;
  /** The day whose series are shown. */
  readonly day: Day | undefined;
  readonly onChange: (part: Partial<SourceDraft>) => void;
  readonly onRemove: () => void;
}

/** All of a source: its fields, its filter, its minimums, and the result of the check. */
export function SourceForm(props: SourceFormProps) {
  const { source, place, faults, day, onChange, onRemove } = props;
  const path = `sources[${place}]`;
  const check = useSourceCheck(source, day);
  return (
    <div className="lwSourceForm" data-test-subj="logwaveSourceForm">
      <div className="lwSourceForm-fields">
        <div className="lwForm">
          {sourceFields(source.origin).map((field) => (
            <TextField
              key={field.key}
              label={field.label}
              help={field.help}
              maxLength={field.maxLength}
              value={source[field.key]}
              fault={
                faultAt(faults, `${path}.${field.path}`) ??
                checkFault(check.data, field.key, source)
              }
              onChange={(value) => onChange({ [field.key]: value })}
              data-test-subj={`logwaveSourceField-${field.key}`}
            />
          ))}
        </div>
        <FilterFields
          filter={source.filter}
          faults={faults}
          path={`${path}.filter`}
          onChange={(filter) => onChange({ filter })}
        />
        <h3>
          {translate('logwave.source.floors', {
            defaultMessage: 'Minimums for each of its series',
          })}
        </h3>
        <FloorsFields
          floors={source.floors}
          faults={faults}
          path={`floors[${place}].floors`}
          name="logwaveSourceFloor"
          onChange={(floors) => onChange({ floors })}
        />
        {source.origin !== 'preset' && (
          <EuiButton
            size="s"
            color="danger"
            onClick={onRemove}
            data-test-subj="logwaveSourceRemove"
          >
            {translate('logwave.source.remove', { defaultMessage: 'Remove this source' })}
          </EuiButton>
        )}
      </div>
      <SourceCheck {...check} />
    </div>
  );
}
