import { cancelRun, ApiError } from '../../common/api';
import { visibleRuns } from '../app/runs';
import { createRunLedger } from '../elastic/results';
import { defineRoute } from './route';

export const cancelRunRoute = defineRoute(
  cancelRun,
  async ({ params, signal }, caller, services) => {
    const { run_id } = params;
    const ledger = createRunLedger(caller.client);
    const found = await ledger.read(run_id, signal);
    const isVisible = visibleRuns(found === undefined ? [] : [found.run], caller.name).length > 0;
    const status = isVisible ? await services.runs.cancel(run_id, ledger, signal) : undefined;
    if (status === undefined) throw new ApiError('run_not_found', `there is no run ${run_id}`);
    return { run_id, status };
  },
);
