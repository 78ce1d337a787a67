import { ApiError } from '../../common/api/errors';
import { untagDay } from '../../common/api/untag_day';
import { isAlive } from '../app/run_state';
import { describeLeftOut } from '../app/tagging_result';
import { untag } from '../app/untag';
import { createTaggingPorts } from '../elastic/create_tagging_ports';
import { fetchRuns, fetchRun, writeRun } from '../elastic/run_store';
import { defineRoute } from './route';
import { SCOPE } from './services';

export const untagDayRoute = defineRoute(
  untagDay,
  async ({ params: { day }, signal }, { client }, services) => {
    const runs = await fetchRuns(client, { scope: SCOPE, from: day, to: day }, signal);
    if (runs.some((run) => isAlive(run, services.now()))) {
      throw new ApiError('run_active', `${day} is being analysed: cancel that first, or wait`);
    }
    const ports = createTaggingPorts(client);
    const { removed, not_there, gone, refused } = await untag({ scope: SCOPE, day }, ports, signal);
    for (const { run_id } of runs) {
      const found = await fetchRun(client, run_id, signal);
      if (found === undefined || found.run.tagged === null) continue;
      await writeRun(client, { ...found.run, tagged: null }, found.version, signal);
    }
    return { removed, not_there, gone, left_out: describeLeftOut({ refused, unread: [] }) };
  },
);
