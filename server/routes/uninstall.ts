import { ApiError } from '../../common/api/errors';
import { uninstall } from '../../common/api/uninstall';
import { isAlive } from '../app/run_state';
import { describeStillTagged } from '../app/tagging_result';
import type { UntagResult } from '../app/untag';
import { untagAndNote } from '../app/untag_and_note';
import { createTaggingPorts } from '../elastic/create_tagging_ports';
import { fetchExistingIndices } from '../elastic/read_own_indices';
import { createRunLedger, fetchRuns } from '../elastic/run_store';
import type { Caller } from './caller';
import { defineRoute } from './route';
import { SCOPE } from './services';
import { assertMayTag } from './start_run';

/** Elasticsearch knows no year 0. */
const EVER = { from: '0001-01-01', to: '9999-12-31' };

/** All tags that the journal lists, also those of runs that the ledger has forgotten. */
async function untagAll({ client }: Caller, signal: AbortSignal): Promise<UntagResult> {
  const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
  return untagAndNote({ scope: SCOPE }, ports, signal);
}

export const uninstallRoute = defineRoute(uninstall, async ({ body, signal }, caller, services) => {
  await assertMayTag(caller, body.remove_tags);
  const runs = await fetchRuns(caller.client, { scope: SCOPE, ...EVER }, signal);
  const active = runs.find((run) => isAlive(run, services.now()));
  if (active !== undefined) {
    throw new ApiError('run_active', `${active.day} is being analysed: cancel that first, or wait`);
  }
  const untagged = body.remove_tags ? await untagAll(caller, signal) : undefined;
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
    left_out: describeStillTagged(untagged?.refused ?? []),
  };
});
