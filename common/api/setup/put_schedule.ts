import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { chosenInterval, scheduleSchema } from './get_schedule';
import { nothing } from '../basics/parts';

/**
 * Switches the schedule on in the caller's name, or changes it. Tagging also needs the privilege to
 * tag.
 */
export const putSchedule = defineEndpoint({
  id: 'putSchedule',
  method: 'put',
  path: `${API_ROOT}/schedule`,
  privilege: 'manage',
  summary: 'Turn the schedule on',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    interval: chosenInterval.default('1h'),
    tag: z.boolean().default(false),
  }),
  answer: scheduleSchema,
  status: 200,
  errors: [
    'forbidden',
    'settings_conflict',
    'api_key_caller',
    'api_keys_disabled',
    'encryption_missing',
    'forbidden_in_elasticsearch',
  ],
});
