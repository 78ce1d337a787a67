import { EuiButton } from '@elastic/eui';
import React, { useState } from 'react';
import { importSettings } from '../../../../common/api';
import { readSettingsFile, settingsFileText } from '../../../../common/settings';
import { translate } from '../../../i18n';
import { toFault, useServices, type ApiFault } from '../../basics';
import { FaultNotice } from '../../components';
import { saveText } from '../../tables';
import { Section } from './form/section';
import type { StoredSettings } from './form/use_settings_form';

const NAME = 'logwave.json';

interface FileSectionProps {
  readonly stored: StoredSettings;
  /** Reads the settings again, after a file has replaced them. */
  readonly onImported: () => void;
}

/** The result of loading a file: its faults, or the host's answer. */
interface Outcome {
  readonly errors?: readonly string[];
  readonly fault?: ApiFault;
  readonly isDone?: true;
}

/** Replaces the settings by those of a file that the reader chooses. */
function Import({ onImported }: Pick<FileSectionProps, 'onImported'>) {
  const { api } = useServices();
  const [outcome, setOutcome] = useState<Outcome>({});
  const [chosen, setChosen] = useState<File>();
  const bring = async (file: File): Promise<Outcome> => {
    const read = readSettingsFile(await file.text());
    if ('errors' in read) return { errors: read.errors };
    await api(importSettings, { body: read.file }, new AbortController().signal);
    onImported();
    return { isDone: true };
  };
  const start = (file: File): void => {
    bring(file).then(setOutcome, (error: unknown) => setOutcome({ fault: toFault(error) }));
  };
  const { errors = [], fault, isDone } = outcome;
  return (
    <>
      <p>
        <input
          type="file"
          accept=".json,application/json"
          aria-label={translate('logwave.file.choose', { defaultMessage: 'Settings file' })}
          onChange={({ target }) => {
            setOutcome({});
            setChosen(target.files?.[0]);
          }}
          data-test-subj="logwaveSettingsFile"
        />
      </p>
      <div className="lwButtons">
        <EuiButton
          size="s"
          color="text"
          isDisabled={chosen === undefined}
          onClick={() => chosen !== undefined && start(chosen)}
          data-test-subj="logwaveImportSettings"
        >
          {translate('logwave.file.import', {
            defaultMessage: 'Replace all settings with those of the file',
          })}
        </EuiButton>
        <span role="status" className="lwSub" data-test-subj="logwaveImported">
          {isDone === true &&
            translate('logwave.file.imported', {
              defaultMessage: 'Logwave saved the settings of the file. The next run uses them.',
            })}
        </span>
      </div>
      {errors.length > 0 && (
        <ul role="alert" data-test-subj="logwaveFileFaults">
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
      {fault !== undefined && <FaultNotice fault={fault} />}
    </>
  );
}

/** The settings as a file, the same that the command line takes. */
export function FileSection({ stored, onImported }: FileSectionProps) {
  const { may } = useServices();
  const { saved } = stored;
  const save = () =>
    saveText({ name: NAME, type: 'application/json', text: settingsFileText(saved) });
  return (
    <Section title={translate('logwave.file.title', { defaultMessage: 'Settings file' })}>
      <p>
        {translate('logwave.file.words', {
          defaultMessage:
            'The file contains the saved settings. To use them elsewhere, load the file on this page or name it with --settings.',
        })}
      </p>
      <p>
        <EuiButton size="s" color="text" onClick={save} data-test-subj="logwaveExportSettings">
          {translate('logwave.file.export', { defaultMessage: 'Save the settings as a file' })}
        </EuiButton>
      </p>
      {may.manage && <Import onImported={onImported} />}
    </Section>
  );
}
