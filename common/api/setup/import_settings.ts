import { settingsSchema } from '../../settings';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { nothing } from '../basics/parts';
import { putSettings } from './put_settings';

/** Replaces all saved settings by those of a settings file. */
export const importSettings = defineEndpoint({
  id: 'importSettings',
  method: 'put',
  path: `${API_ROOT}/settings/file`,
  privilege: 'manage',
  summary: 'Replace the settings with those of a settings file',
  params: nothing,
  query: nothing,
  body: settingsSchema,
  answer: putSettings.answer,
  status: 200,
  errors: ['settings_invalid', 'settings_conflict'],
});
