import { deleteSchedule } from '../../common/api/setup/delete_schedule';
import { getSchedule } from '../../common/api/setup/get_schedule';
import { putSchedule } from '../../common/api/setup/put_schedule';
import { renewScheduleKey } from '../../common/api/setup/renew_schedule_key';
import { defineRoute } from './route';
import { assertMayTag } from './start_run';

export const getScheduleRoute = defineRoute(getSchedule, ({ signal }, caller, services) =>
  services.schedule.status(caller, signal),
);

export const putScheduleRoute = defineRoute(
  putSchedule,
  async ({ body, signal }, caller, services) => {
    await assertMayTag(caller, body.tag);
    return services.schedule.enable(caller, body, signal);
  },
);

export const renewScheduleKeyRoute = defineRoute(renewScheduleKey, ({ signal }, caller, services) =>
  services.schedule.renew(caller, signal),
);

export const deleteScheduleRoute = defineRoute(deleteSchedule, ({ signal }, caller, services) =>
  services.schedule.disable(caller, signal),
);
