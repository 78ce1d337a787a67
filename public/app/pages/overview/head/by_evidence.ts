import type { PresetEvidence } from '../../../../../common/api';
import type { SettingsFile } from '../../../../../common/settings';

/** Presets that the logs of a day suggest to switch on or off. */
export interface PresetChanges {
  readonly on: readonly PresetEvidence[];
  readonly off: readonly PresetEvidence[];
}

/** The differences from the settings; none if no preset fits, since then nothing is known. */
export function changesByEvidence(presets: readonly PresetEvidence[]): PresetChanges {
  const isKnown = presets.some(({ documents }) => documents > 0);
  const changed = isKnown
    ? presets.filter(({ documents, enabled }) => enabled !== documents > 0)
    : [];
  return {
    on: changed.filter(({ enabled }) => !enabled),
    off: changed.filter(({ enabled }) => enabled),
  };
}

/** The settings with these presets switched, and everything else as it was saved. */
export function settingsByEvidence(saved: SettingsFile, { on, off }: PresetChanges): SettingsFile {
  const enabled = new Map([
    ...on.map(({ id }) => [id, true] as const),
    ...off.map(({ id }) => [id, false] as const),
  ]);
  const before = (saved.sources ?? []).map((source) => {
    const isOn = enabled.get(source.id);
    enabled.delete(source.id);
    return isOn === undefined ? source : { ...source, enabled: isOn };
  });
  const added = [...enabled].map(([id, isOn]) => ({ id, enabled: isOn }));
  return { ...saved, sources: [...before, ...added] };
}
