import { deleteCalendar, getCalendars, postCalendar } from '../../../common/api';
import { keepCalendar, listCalendars, removeCalendar } from '../../wiring';
import { judgingOf } from './judging_of';
import { defineRoute } from '../route';

export const getCalendarsRoute = defineRoute(getCalendars, async ({ signal }, caller, services) =>
  listCalendars(await judgingOf(caller, services, signal), signal),
);

export const postCalendarRoute = defineRoute(
  postCalendar,
  async ({ body, signal }, caller, services) => {
    const judging = await judgingOf(caller, services, signal);
    await keepCalendar(body, judging, signal);
    return listCalendars(judging, signal);
  },
);

export const deleteCalendarRoute = defineRoute(
  deleteCalendar,
  async ({ params: { name }, signal }, caller, services) => {
    const judging = await judgingOf(caller, services, signal);
    await removeCalendar(name, judging, signal);
    return listCalendars(judging, signal);
  },
);
