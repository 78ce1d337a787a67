import { getSeriesOfDay } from '../../common/api';
import { seriesOfDay } from '../answers';
import { createReader } from '../wiring';
import { defineRoute } from './route';
export const getSeriesOfDayRoute = defineRoute(
  getSeriesOfDay,
  async ({ params, signal }, caller, services) => {
    const { settings } = await services.settings.load(signal);
    const asked = { settings, day: params.day, now: services.now() };
    return seriesOfDay(createReader(caller), asked, signal);
  },
);
