import { DEFAULT_SCOPE } from '../app/basics';
import { backfill } from '../../common/api';
import { analyzeDays, isDayClosed, isGap, missingRightsIn, requestedRunId } from '../app/runs';
import { describeError, analysisPorts, createReader } from '../wiring';
import { drawLedger } from '../answers';
import { defineRoute } from './route';
import { assertMayTag } from './start_run';

export const backfillRoute = defineRoute(backfill, async ({ body, signal }, caller, services) => {
  const reader = createReader(caller);
  const { from, to, tag, again } = body;
  await assertMayTag(caller, tag);
  const { settings } = await services.settings.load(signal);
  await services.ensureIndices(caller, signal);
  const ledger = await drawLedger(reader, services.now(), settings, { from, to }, signal);
  const { zone } = settings;
  const now = services.now();
  const days = ledger.days
    .filter((one) => (again ? isDayClosed(one.day, zone, now) : isGap(one, zone, now)))
    .map(({ day }) => day);
  const asked = { settings, started_by: caller.name, origin: 'user' } as const;
  // Filling gaps does not mean replacing results that others have made with another definition.
  const request = { scope: DEFAULT_SCOPE, ...asked, is_replacing: again };
  const ports = {
    runs: services.runs,
    analysis: analysisPorts(caller, services, tag),
    now: services.now,
  };
  const isInPart =
    (await missingRightsIn(settings, ports.analysis.openCounting(), signal)).length > 0;
  services.runs.goOn(
    async (closing) => {
      await analyzeDays(days, request, ports, closing);
    },
    (error) => services.log.error(`filling the gaps failed: ${describeError(error)}`),
  );
  const run_ids = days.map((day) => requestedRunId({ ...request, day, is_seen_in_part: isInPart }));
  return { days, run_ids };
});
