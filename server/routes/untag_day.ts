import { ApiError } from '../../common/api/basics/errors';
import { untagDay } from '../../common/api/day/untag_day';
import { isAlive } from '../app/runs/run_state';
import { describeStillTagged } from '../app/tagging/tagging_result';
import { untagAndNote } from '../app/runs/untag_and_note';
import { createTaggingPorts } from '../wiring/create_tagging_ports';
import { createRunLedger, fetchRuns } from '../elastic/results/run_store';
import { defineRoute } from './route';
import { SCOPE } from '../wiring/services';

export const untagDayRoute = defineRoute(
  untagDay,
  async ({ params: { day }, signal }, { client }, services) => {
    const runs = await fetchRuns(client, { scope: SCOPE, from: day, to: day }, signal);
    if (runs.some((run) => isAlive(run, services.now()))) {
      throw new ApiError('run_active', `${day} is being analysed: cancel that first, or wait`);
    }
    const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
    const selection = { scope: SCOPE, day };
    const { removed, not_there, gone, refused } = await untagAndNote(selection, ports, signal);
    return { removed, not_there, gone, left_out: describeStillTagged(refused) };
  },
);
