import { completeSettingsSchema } from '../../common/api';
import type { Settings } from '../../common/settings';
import type { Run } from '../app/runs';

/** The settings that a run was assessed by; those of today where it was kept by another version. */
export function settingsOfRun(run: Run, present: Settings): Settings {
  const parsed = completeSettingsSchema.safeParse(run.settings);
  return parsed.success ? parsed.data : present;
}
