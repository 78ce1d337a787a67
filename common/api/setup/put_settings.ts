import { z } from 'zod';
import { settingsSchema } from '../../settings';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { storedSettingsSchema } from './get_settings';
import { nothing } from '../basics/parts';

/**
 * Saves settings. If a schedule runs with a key, a change of sources needs a new key. Then the
 * answer has `needs_key`, and the schedule must be switched on again.
 */
export const putSettings = defineEndpoint({
  id: 'putSettings',
  method: 'put',
  path: `${API_ROOT}/settings`,
  privilege: 'manage',
  summary: 'Save settings',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    settings: settingsSchema,
    /** The version that was read. If there is a newer one, the save is a conflict. */
    version: z.string().max(200).nullable(),
  }),
  answer: storedSettingsSchema.extend({ needs_key: z.boolean() }),
  status: 200,
  errors: ['settings_invalid', 'settings_conflict'],
});
