import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { storedSettingsSchema } from './get_settings';
import { day, nothing, sourceId, subtype } from '../basics/parts';

/** Sets which days are left out of training for a series. The next run uses it. */
export const putSeriesSettings = defineEndpoint({
  id: 'putSeriesSettings',
  method: 'put',
  path: `${API_ROOT}/settings/series`,
  privilege: 'manage',
  summary: 'Save which training days of a series are left out',
  params: nothing,
  query: nothing,
  body: z.strictObject({ source: sourceId, subtype, omit_days: z.array(day).max(366) }),
  answer: storedSettingsSchema,
  status: 200,
  errors: ['settings_conflict', 'source_not_found'],
});
