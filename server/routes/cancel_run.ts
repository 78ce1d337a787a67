import { cancelRun } from '../../common/api/cancel_run';
import { ApiError } from '../../common/api/errors';
import { createRunLedger } from '../elastic/run_store';
import { defineRoute } from './route';

export const cancelRunRoute = defineRoute(
  cancelRun,
  async ({ params, signal }, caller, services) => {
    const { run_id } = params;
    const status = await services.runs.cancel(run_id, createRunLedger(caller.client), signal);
    if (status === undefined) throw new ApiError('run_not_found', `there is no run ${run_id}`);
    return { run_id, status };
  },
);
