import { DEFAULT_SCOPE } from '../app/basics';
import { ApiError, untagDay } from '../../common/api';
import { isAlive, untagAndNote } from '../app/runs';
import { describeStillTagged } from '../app/tagging';
import { createTaggingPorts } from '../wiring';
import { createRunLedger, fetchRuns } from '../elastic/results';
import { defineRoute } from './route';
export const untagDayRoute = defineRoute(
  untagDay,
  async ({ params: { day }, signal }, { client }, services) => {
    const runs = await fetchRuns(client, { scope: DEFAULT_SCOPE, from: day, to: day }, signal);
    if (runs.some((run) => isAlive(run, services.now()))) {
      throw new ApiError(
        'run_active',
        `${day} is being analyzed: cancel the analysis first, or wait`,
      );
    }
    const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
    const selection = { scope: DEFAULT_SCOPE, day };
    const { removed, not_there, gone, refused } = await untagAndNote(selection, ports, signal);
    return { removed, not_there, gone, left_out: describeStillTagged(refused) };
  },
);
