import { EuiLink, EuiSwitch } from '@elastic/eui';
import React from 'react';
import type { SourceState } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import type { SourceDraft } from '../draft/source_draft';
import { stateWords } from './state_words';

interface SourceRowProps {
  readonly source: SourceDraft;
  /** The host's facts about the saved source; undefined for a new one. */
  readonly state: SourceState | undefined;
  readonly isOpen: boolean;
  /** Whether the form has no faults. */
  readonly isValid: boolean;
  readonly onChange: (part: Partial<SourceDraft>) => void;
  readonly onToggle: () => void;
}

/** The result of the check; nothing if the form has changed since. */
function checkedWords({ source, state, isValid }: SourceRowProps): string {
  if (!isValid) {
    return translate('logwave.source.invalid', { defaultMessage: 'not valid yet, edit it' });
  }
  if (state === undefined || state.source.enabled !== source.enabled) return '';
  return stateWords(state);
}

/** A source in one line: whether it is analyzed, and the button for its form. */
export function SourceRow(props: SourceRowProps) {
  const { source, isOpen, onChange, onToggle } = props;
  const { id, name, index, subtype_fields: fields, tag, enabled } = source;
  const unnamed = translate('logwave.source.unnamed', { defaultMessage: 'New source' });
  const edit = isOpen
    ? translate('logwave.source.close', { defaultMessage: 'Close' })
    : translate('logwave.source.edit', { defaultMessage: 'Edit' });
  return (
    <tr>
      <th scope="row">
        <EuiSwitch
          compressed
          label={name.trim() === '' ? unnamed : name}
          checked={enabled}
          onChange={({ target }) => onChange({ enabled: target.checked })}
          data-test-subj={`logwaveSource-${id}`}
        />
      </th>
      <td>{index}</td>
      <td>{fields}</td>
      <td>{tag}</td>
      <td>{checkedWords(props)}</td>
      <td className="lwPlain-action">
        <EuiLink
          aria-expanded={isOpen}
          aria-label={`${edit}: ${name.trim() === '' ? unnamed : name}`}
          onClick={onToggle}
          data-test-subj={`logwaveSourceEdit-${id}`}
        >
          {edit}
        </EuiLink>
      </td>
    </tr>
  );
}
