import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { storedSettingsSchema } from './get_settings';
import { day, nothing, sourceId } from '../basics/parts';

/**
 * Leaves a day out of training for every series, or for those of a source. The next run uses it.
 */
export const putOutage = defineEndpoint({
  id: 'putOutage',
  method: 'put',
  path: `${API_ROOT}/settings/outage`,
  privilege: 'manage',
  summary: 'Leave a day out of training for every series or for those of a source',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    day,
    /** Null for all sources. */
    source: sourceId.nullable(),
    /** False to learn from the day again. */
    is_left_out: z.boolean(),
  }),
  answer: storedSettingsSchema,
  status: 200,
  errors: ['settings_conflict', 'source_not_found'],
});
