import { EuiButton } from '@elastic/eui';
import React from 'react';
import type { PresetEvidence } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import { useServices } from '../../../basics';
import { FaultNotice } from '../../../components';
import { asSentence } from '../../../words';
import type { FoundPresets as Found } from './use_presets';

function PresetList({ presets }: { readonly presets: readonly PresetEvidence[] }) {
  return (
    <ul>
      {presets.map(({ id, name, words }) => (
        <li key={id}>
          <strong>{name}</strong> <span className="lwSub">{asSentence(words)}</span>
        </li>
      ))}
    </ul>
  );
}

/**
 * Before the first run: which presets fit the logs and which do not, why, and the button to use
 * them.
 */
export function FoundPresets({ changes, fault, isSaving, apply }: Found) {
  const { may } = useServices();
  const { on, off } = changes;
  if (on.length + off.length === 0) return null;
  return (
    <div className="lwPresets" data-test-subj="logwavePresets">
      {on.length > 0 && (
        <p>
          {translate('logwave.first.fit', {
            defaultMessage: 'These sources fit the documents but are off:',
          })}
        </p>
      )}
      <PresetList presets={on} />
      {off.length > 0 && (
        <p>
          {translate('logwave.first.unfit', {
            defaultMessage: 'These sources are on but do not fit:',
          })}
        </p>
      )}
      <PresetList presets={off} />
      {fault !== undefined && <FaultNotice fault={fault} />}
      {may.manage && (
        <EuiButton
          size="s"
          color="text"
          isLoading={isSaving}
          onClick={apply}
          data-test-subj="logwavePresetsApply"
        >
          {translate('logwave.first.apply', {
            defaultMessage: 'Use the sources that fit',
          })}
        </EuiButton>
      )}
    </div>
  );
}
