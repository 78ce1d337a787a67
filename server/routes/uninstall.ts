import { DEFAULT_SCOPE } from '../app/basics';
import { ApiError, uninstall } from '../../common/api';
import { type Run, isAlive, untagAndNote } from '../app/runs';
import { describeStillTagged, type UntagResult } from '../app/tagging';
import { createTaggingPorts, describeError, type Caller, createReader } from '../wiring';
import { fetchExistingIndices, createRunLedger } from '../elastic/results';
import { defineRoute } from './route';
import { assertMayTag } from './start_run';
import { assertMayRemove, EVER } from '../answers';

/** All tags that the journal lists, even those of runs that the ledger no longer has. */
async function untagAll({ client }: Caller, signal: AbortSignal): Promise<UntagResult> {
  const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
  return untagAndNote({ scope: DEFAULT_SCOPE }, ports, signal);
}

/** @throws ApiError if a day is being analyzed */
function assertIdle(runs: readonly Run[], now: Date): void {
  const active = runs.find((run) => isAlive(run, now));
  if (active === undefined) return;
  throw new ApiError(
    'run_active',
    `${active.day} is being analyzed: cancel the analysis first, or wait`,
  );
}

async function deleteIndices({ client }: Caller, signal: AbortSignal): Promise<string[]> {
  const indices = [...(await fetchExistingIndices(client, signal))].sort();
  if (indices.length > 0) {
    await client.indices.delete({ index: indices, ignore_unavailable: true }, { signal });
  }
  return indices;
}

/** The result of a part; undefined if it failed, which is then reported in `notDone`. */
async function attempt<T>(
  what: string,
  part: () => Promise<T>,
  notDone: string[],
  signal: AbortSignal,
): Promise<T | undefined> {
  try {
    return await part();
  } catch (error) {
    if (signal.aborted) throw error;
    notDone.push(`${what}: ${describeError(error)}.`);
    return undefined;
  }
}

const JOURNAL_NEEDED =
  'The indices logwave-* were not deleted: they list the documents that still have a tag.';

/**
 * Rights are checked first, so a missing one does not leave a half-done removal. What the host
 * keeps comes next: schedule, key and saved objects are gone even if a later part fails.
 */
export const uninstallRoute = defineRoute(uninstall, async ({ body, signal }, caller, services) => {
  const reader = createReader(caller);
  await assertMayTag(caller, body.remove_tags);
  const { settings } = await services.settings.load(signal);
  await assertMayRemove(body, reader, settings, signal);
  const runs = await reader.fetchRuns(EVER, signal);
  assertIdle(runs, services.now());
  const done = await services.removeAll(caller, signal);
  const notDone: string[] = [];
  const untagging = () => untagAll(caller, signal);
  const untagged = body.remove_tags
    ? await attempt('Not all tags were removed', untagging, notDone, signal)
    : undefined;
  const left_out = describeStillTagged(untagged?.refused ?? []);
  const hasTagsLeft = body.remove_tags && (untagged === undefined || left_out.length > 0);
  if (body.remove_indices && hasTagsLeft) notDone.push(JOURNAL_NEEDED);
  const indices =
    body.remove_indices && !hasTagsLeft
      ? await attempt(
          'The indices logwave-* were not deleted',
          () => deleteIndices(caller, signal),
          notDone,
          signal,
        )
      : undefined;
  return {
    done: [...done],
    not_done: notDone,
    tags_removed: untagged?.removed ?? null,
    indices_removed: indices ?? [],
    left_out,
  };
});
