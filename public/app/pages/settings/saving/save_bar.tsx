import { EuiButton } from '@elastic/eui';
import React from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { FaultNotice } from '../../../components';
import { faultNames } from '../draft/fault_names';
import type { OpenForm, SettingsForm } from '../form/use_settings_form';
import { PreviewPart } from './preview_part';
import { usePreview } from './use_preview';

interface SaveBarProps {
  readonly form: OpenForm;
  readonly settings: SettingsForm;
  /** The last of the days that changes are tried on. */
  readonly to: Day | undefined;
}

function stateWords({ checked, isChanged, draft }: OpenForm, { saved }: SettingsForm): string {
  if ('faults' in checked) {
    return translate('logwave.settings.notValid', {
      defaultMessage:
        '{count, plural, one {# field is not valid yet} other {# fields are not valid yet}}: {names}.',
      values: {
        count: checked.faults.length,
        names: faultNames(checked.faults, draft).join(', '),
      },
    });
  }
  if (isChanged) return translate('logwave.settings.unsaved', { defaultMessage: 'Not saved yet.' });
  if (saved === undefined) {
    return translate('logwave.settings.saves', {
      defaultMessage: 'Saves all sections above. Changes below take effect at once.',
    });
  }
  const words = translate('logwave.settings.saved', {
    defaultMessage: 'Saved. The next run uses these settings.',
  });
  if (!saved.needs_key) return words;
  return `${words} ${translate('logwave.settings.needsKey', {
    defaultMessage: 'The schedule cannot read these indices yet. Turn it on again.',
  })}`;
}

/** Someone else has saved, which the reader must see first. */
function SavingFault({ settings }: Pick<SaveBarProps, 'settings'>) {
  const { saveFault: fault, reload, save } = settings;
  if (fault === undefined) return null;
  if (fault.code !== 'settings_conflict') return <FaultNotice fault={fault} onRetry={save} />;
  const still = translate('logwave.settings.conflictStill', {
    defaultMessage: 'Your changes stay in the form until you load the settings again.',
  });
  return (
    <>
      <FaultNotice fault={fault} still={still} />
      <EuiButton size="s" color="text" onClick={reload} data-test-subj="logwaveLoadSettings">
        {translate('logwave.settings.loadAgain', { defaultMessage: 'Load the settings again' })}
      </EuiButton>
    </>
  );
}

/** Whether anything is unsaved, its effect, and the buttons. It stays visible. */
export function SaveBar({ form, settings, to }: SaveBarProps) {
  const preview = usePreview(form, to);
  const { isSaving, save, discard } = settings;
  const canSave = form.isChanged && 'saved' in form.checked && !isSaving;
  return (
    <div className="lwSaveBar" data-test-subj="logwaveSaveBar">
      <SavingFault settings={settings} />
      <PreviewPart {...preview} />
      <div className="lwButtons">
        <EuiButton
          size="s"
          fill
          isDisabled={!canSave}
          isLoading={isSaving}
          onClick={save}
          data-test-subj="logwaveSaveSettings"
        >
          {translate('logwave.settings.save', { defaultMessage: 'Save' })}
        </EuiButton>
        {form.isEdited && (
          <EuiButton size="s" color="text" onClick={discard} data-test-subj="logwaveDiscard">
            {translate('logwave.settings.discard', { defaultMessage: 'Discard changes' })}
          </EuiButton>
        )}
        <span role="status" className="lwSub" data-test-subj="logwaveSaveState">
          {stateWords(form, settings)}
        </span>
      </div>
    </div>
  );
}
