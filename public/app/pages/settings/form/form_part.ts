import type { DraftChange } from '../draft/draft_changes';
import type { DraftFaults } from '../draft/draft_faults';
import type { SettingsDraft } from '../draft/settings_draft';

/** The inputs of every part of the form. */
export interface FormPart {
  readonly draft: SettingsDraft;
  readonly faults: DraftFaults;
  readonly onChange: (change: DraftChange) => void;
}
