import { useEffect, useMemo, useRef, useState } from 'react';
import { type AnswerOf, getSettings, putSettings } from '../../../../../common/api';
import { parseStoredSettings } from '../../../../../common/settings';
import { isAbort, toFault, type ApiFault, useRemote, useServices } from '../../../basics';
import type { DraftChange } from '../draft/draft_changes';
import {
  checkDraft,
  draftOf,
  isChanged,
  type CheckedDraft,
  type SettingsBase,
  type SettingsDraft,
} from '../draft/settings_draft';
import { usableParts } from '../draft/usable_parts';

/** The host's settings. */
export type StoredSettings = Omit<AnswerOf<typeof getSettings>, 'may_change'>;

/** The form, as far as there is one. */
export interface OpenForm {
  readonly stored: StoredSettings;
  readonly draft: SettingsDraft;
  readonly checked: CheckedDraft;
  /** Whether it has changes that are not saved. */
  readonly isChanged: boolean;
  /**
   * Whether a reader has changed it. Repairs of invalid settings are unsaved, but nobody's change.
   */
  readonly isEdited: boolean;
}

export interface SettingsForm {
  /** Undefined until the settings have arrived. */
  readonly form: OpenForm | undefined;
  /** Why the settings cannot be read. */
  readonly readFault: ApiFault | undefined;
  /** Why they were not saved. */
  readonly saveFault: ApiFault | undefined;
  readonly isSaving: boolean;
  /**
   * The host's answer to the last save; undefined if nothing was saved, or something was changed
   * since.
   */
  readonly saved: AnswerOf<typeof putSettings> | undefined;
  readonly change: (change: DraftChange) => void;
  /** Goes back to what is saved. */
  readonly discard: () => void;
  readonly save: () => void;
  /** Reads the settings again, and drops the changes of the form. */
  readonly reload: () => void;
}

/** If settings are not valid, the form begins with their usable part. */
function baseOf({ settings, saved, faults }: StoredSettings): SettingsBase {
  const usable = usableParts(saved);
  if (faults.length === 0) return { saved: usable, settings };
  const parsed = parseStoredSettings(usable);
  return 'settings' in parsed
    ? { saved: usable, settings: parsed.settings }
    : { saved: {}, settings };
}

function openForm(stored: StoredSettings, base: SettingsBase, given: SettingsDraft | undefined) {
  const before = draftOf(base.settings);
  const draft = given ?? before;
  const isEdited = isChanged(draft, before);
  return {
    stored,
    draft,
    checked: checkDraft(base, draft),
    isEdited,
    isChanged: isEdited || stored.faults.length > 0,
  };
}

/** The settings as a form. Its changes stay here until they are saved. */
export function useSettingsForm(): SettingsForm {
  const { api } = useServices();
  const remote = useRemote('settings', (signal) => api(getSettings, {}, signal));
  const [answer, setAnswer] = useState<AnswerOf<typeof putSettings>>();
  const [draft, setDraft] = useState<SettingsDraft>();
  const [fault, setFault] = useState<ApiFault>();
  const [isSaving, setSaving] = useState(false);
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);
  const stored = answer ?? remote.data;
  const base = useMemo(() => stored && baseOf(stored), [stored]);
  const form = useMemo(
    () => stored && base && openForm(stored, base, draft),
    [stored, base, draft],
  );

  const discard = (): void => {
    setDraft(undefined);
    setFault(undefined);
  };
  const save = (): void => {
    if (form === undefined || !('saved' in form.checked)) return;
    const { signal } = (controller.current = new AbortController());
    const body = { settings: form.checked.saved, version: form.stored.version };
    setFault(undefined);
    setSaving(true);
    api(putSettings, { body }, signal)
      .then(
        (given) => {
          setAnswer(given);
          setDraft(undefined);
        },
        (error: unknown) => {
          if (!isAbort(error)) setFault(toFault(error));
        },
      )
      .finally(() => {
        if (!signal.aborted) setSaving(false);
      });
  };
  return {
    form,
    readFault: remote.fault,
    saveFault: fault,
    isSaving,
    saved: draft === undefined ? answer : undefined,
    change: (change) => form && setDraft(change(form.draft)),
    discard,
    save,
    reload: () => {
      discard();
      setAnswer(undefined);
      remote.reload();
    },
  };
}
