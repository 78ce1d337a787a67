import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { scheduleSchema } from './get_schedule';
import { noBody, nothing } from '../basics/parts';

/**
 * Gives the schedule a new key with a new expiration. Only the user in whose name it runs can do
 * that, and only with the rights that switching it on needs.
 */
export const renewScheduleKey = defineEndpoint({
  id: 'renewScheduleKey',
  method: 'post',
  path: `${API_ROOT}/schedule/renew`,
  privilege: 'manage',
  summary: 'Renew the key of the schedule',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: scheduleSchema,
  status: 200,
  errors: [
    'forbidden',
    'schedule_off',
    'settings_conflict',
    'api_key_caller',
    'api_keys_disabled',
    'encryption_missing',
    'forbidden_in_elasticsearch',
  ],
});
