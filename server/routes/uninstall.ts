import { ApiError } from '../../common/api/errors';
import { uninstall } from '../../common/api/uninstall';
import { isAlive } from '../app/run_state';
import { describeLeftOut } from '../app/tagging_result';
import { untag } from '../app/untag';
import { createTaggingPorts } from '../elastic/create_tagging_ports';
import { fetchExistingIndices } from '../elastic/read_own_indices';
import { fetchRuns } from '../elastic/run_store';
import type { Caller } from './caller';
import { defineRoute } from './route';
import { SCOPE } from './services';
import { assertMayTag } from './start_run';

/** Elasticsearch knows no year 0. */
const EVER = { from: '0001-01-01', to: '9999-12-31' };

interface UntaggedAll {
  readonly removed: number;
  readonly left_out: readonly string[];
}

async function untagAll({ client }: Caller, runs: readonly string[], signal: AbortSignal) {
  const ports = createTaggingPorts(client);
  let removed = 0;
  const leftOut: string[] = [];
  for (const runId of runs) {
    const result = await untag({ scope: SCOPE, run_id: runId }, ports, signal);
    removed += result.removed;
    leftOut.push(...describeLeftOut({ refused: result.refused, unread: [] }));
  }
  return { removed, left_out: leftOut } satisfies UntaggedAll;
}

export const uninstallRoute = defineRoute(uninstall, async ({ body, signal }, caller, services) => {
  await assertMayTag(caller, body.remove_tags);
  const runs = await fetchRuns(caller.client, { scope: SCOPE, ...EVER }, signal);
  const active = runs.find((run) => isAlive(run, services.now()));
  if (active !== undefined) {
    throw new ApiError('run_active', `${active.day} is being analysed: cancel that first, or wait`);
  }
  const ids = runs.map(({ run_id }) => run_id);
  const untagged = body.remove_tags ? await untagAll(caller, ids, signal) : undefined;
  const indices = body.remove_indices
    ? [...(await fetchExistingIndices(caller.client, signal))].sort()
    : [];
  if (indices.length > 0) {
    await caller.client.indices.delete({ index: indices, ignore_unavailable: true }, { signal });
  }
  const done = await services.removeAll(caller, signal);
  return {
    done: [...done],
    tags_removed: untagged?.removed ?? null,
    indices_removed: indices,
    left_out: [...(untagged?.left_out ?? [])],
  };
});
