import { completeSettingsSchema } from '../../common/api';
import type { Settings } from '../../common/settings';
import type { Run } from '../app/runs';

/** The settings that a run was assessed by; the current ones if another version stored it. */
export function settingsOfRun(run: Run, present: Settings): Settings {
  const parsed = completeSettingsSchema.safeParse(run.settings);
  return parsed.success ? parsed.data : present;
}
