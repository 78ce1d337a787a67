import { deleteSchedule, getSchedule, putSchedule, renewScheduleKey } from '../../common/api';
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
