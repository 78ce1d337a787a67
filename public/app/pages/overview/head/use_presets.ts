import { useState } from 'react';
import {
  findPresets,
  getSettings,
  putSettings,
  type PresetEvidence,
} from '../../../../../common/api';
import type { SettingsFile } from '../../../../../common/settings';
import type { Day } from '../../../../../common/time';
import { toFault, useRemote, useServices, type ApiFault } from '../../../basics';
import { changesByEvidence, settingsByEvidence, type PresetChanges } from './by_evidence';

/** The presets that fit the logs of a day. */
export interface FoundPresets {
  /** Those that fit; undefined until they are known. */
  readonly fitting: readonly PresetEvidence[] | undefined;
  readonly changes: PresetChanges;
  readonly fault: ApiFault | undefined;
  readonly isSaving: boolean;
  /** Switches them on and the others off. */
  readonly apply: () => void;
}

/**
 * Finds which presets fit the logs of a day. @param onSaved called when the sources have changed
 */
export function usePresets(day: Day, onSaved: () => void): FoundPresets {
  const { api } = useServices();
  const remote = useRemote(`presets ${day}`, (signal) =>
    api(findPresets, { query: { day } }, signal),
  );
  const [fault, setFault] = useState<ApiFault>();
  const [isSaving, setSaving] = useState(false);
  const presets = remote.data?.presets ?? [];
  const changes = changesByEvidence(presets);
  const save = async (): Promise<void> => {
    // Saving is completed even if the reader leaves.
    const { signal } = new AbortController();
    const { saved, version } = await api(getSettings, {}, signal);
    // The saved settings have the shape of a settings file.
    const settings = settingsByEvidence(saved as SettingsFile, changes);
    await api(putSettings, { body: { settings, version } }, signal);
    remote.reload();
    onSaved();
  };
  const apply = (): void => {
    setSaving(true);
    setFault(undefined);
    save()
      .catch((error: unknown) => setFault(toFault(error)))
      .finally(() => setSaving(false));
  };
  const fitting = remote.data && presets.filter(({ documents }) => documents > 0);
  return { fitting, changes, fault, isSaving, apply };
}
