import { tagDay } from '../../common/api';
import { analysisPorts, runRequest, createReader } from '../wiring';
import { defineRoute } from './route';
import { readDay } from '../answers';

/** Tagging is an analysis that tags. Its counts are kept, so only the tags are new. */
export const tagDayRoute = defineRoute(tagDay, async ({ params, signal }, caller, services) => {
  const reader = createReader(caller);
  const { settings } = await services.settings.load(signal);
  const { run } = await readDay(reader, settings, params.day, signal);
  await services.ensureIndices(caller, signal);
  const ofRun = { ...settings, zone: run.zone };
  const request = runRequest(params.day, ofRun, caller, 'user', services.now());
  const ports = analysisPorts(caller, services, true);
  const { run_id, joined } = await services.runs.start(request, ports, signal);
  return { run_id, joined };
});
