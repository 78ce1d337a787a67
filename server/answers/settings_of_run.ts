import { completeSettingsSchema } from '../../common/api/setup/get_settings';
import type { Settings } from '../../common/settings/settings';
import type { Run } from '../app/runs/run';

/** The settings that a run was judged by; those of today where it was kept by another version. */
export function settingsOfRun(run: Run, present: Settings): Settings {
  const parsed = completeSettingsSchema.safeParse(run.settings);
  return parsed.success ? parsed.data : present;
}
