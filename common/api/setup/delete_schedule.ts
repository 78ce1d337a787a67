import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { scheduleSchema } from './get_schedule';
import { noBody, nothing } from '../basics/parts';

/** Switches the schedule off; its key is invalidated. */
export const deleteSchedule = defineEndpoint({
  id: 'deleteSchedule',
  method: 'delete',
  path: `${API_ROOT}/schedule`,
  privilege: 'manage',
  summary: 'Turn the schedule off',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: scheduleSchema,
  status: 200,
  errors: [],
});
