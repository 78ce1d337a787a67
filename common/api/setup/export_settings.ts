import { settingsSchema } from '../../settings';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { noBody, nothing } from '../basics/parts';

/** The settings as the file that the command line takes, with every default written out. */
export const exportSettings = defineEndpoint({
  id: 'exportSettings',
  method: 'get',
  path: `${API_ROOT}/settings/file`,
  privilege: 'read',
  summary: 'The settings as a settings file',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: settingsSchema,
  status: 200,
  errors: ['settings_invalid'],
});
