import { backfill } from '../../common/api/runs/backfill';
import { analyzeDays } from '../app/runs/analyze_due_days';
import { isDayClosed, isGap } from '../app/runs/ledger';
import { requestedRunId } from '../app/runs/started_run';
import { describeError } from '../wiring/describe_error';
import { analysisPorts } from '../wiring/analysis_of';
import { drawLedger } from '../answers/draw_ledger';
import { defineRoute } from './route';
import { SCOPE } from '../wiring/services';
import { assertMayTag } from './start_run';

export const backfillRoute = defineRoute(backfill, async ({ body, signal }, caller, services) => {
  const { from, to, tag, again } = body;
  await assertMayTag(caller, tag);
  const { settings } = await services.settings.load(signal);
  await services.ensureIndices(caller, signal);
  const ledger = await drawLedger(caller, services, settings, { from, to }, signal);
  const { zone } = settings;
  const now = services.now();
  const days = ledger.days
    .filter((one) => (again ? isDayClosed(one.day, zone, now) : isGap(one, zone, now)))
    .map(({ day }) => day);
  const asked = { settings, started_by: caller.name, origin: 'user' } as const;
  // Filling gaps is no wish to give up what others have found out.
  const request = { scope: SCOPE, ...asked, is_replacing: again };
  const ports = {
    runs: services.runs,
    analysis: analysisPorts(caller, services, settings, tag),
    now: services.now,
  };
  const isInPart = (await ports.analysis.missingRights(settings, signal)).length > 0;
  services.runs.goOn(
    async (closing) => void (await analyzeDays(days, request, ports, closing)),
    (error) => services.log.error(`filling the gaps failed: ${describeError(error)}`),
  );
  const run_ids = days.map((day) => requestedRunId({ ...request, day, is_seen_in_part: isInPart }));
  return { days, run_ids };
});
