import { readVersioned, writeVersioned } from './versioned_document';
import { appendAll } from '../../../common/lists';
import type { Client } from '../client';
import type { Day } from '../../../common/time';
import {
  type Run,
  visibleRuns,
  type RunLedger,
  type VersionedRun,
  isUnfinished,
} from '../../app/runs';
import { IncompleteAnswer, isTurnedAway, refusalType, patiently, searchPages } from '../asking';
import { RUNS_INDEX } from './runs_mapping';
import { runFromStore } from './stored_run';
const RUNS_AT_A_TIME = 1_000;

/** Selects runs: those of the days from `from` to `to`, inclusive. */
export interface RunRange {
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
}

/**
 * A run as it is at this moment, searchable yet or not.
 *
 * @returns undefined if there is none
 * @throws the client's errors
 */
export async function fetchRun(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<VersionedRun | undefined> {
  const found = await readVersioned<Run>(client, { index: RUNS_INDEX, id: runId }, signal);
  if (found?.content === undefined) return undefined;
  return { run: runFromStore(found.content), version: found.version };
}

/**
 * Runs as they are at this moment, searchable yet or not, with one request. Those that are missing
 * are left out.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchRunsById(
  client: Client,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Run[]> {
  const request = { index: RUNS_INDEX, ids: [...ids] };
  const send = () => client.mget<Run>(request, { signal });
  const { docs } = await patiently(send, signal, isTurnedAway);
  return docs.flatMap((doc) => {
    if ('error' in doc) {
      if (doc.error.type === 'index_not_found_exception') return [];
      throw new IncompleteAnswer(`${doc._id}: ${doc.error.reason ?? doc.error.type}`);
    }
    return doc._source === undefined ? [] : [runFromStore(doc._source)];
  });
}

/**
 * Writes a run, replacing the version that was read. Searches can find a finished run at once.
 *
 * @param version null if there must be none yet
 * @returns the new version, or undefined if somebody else was first
 * @throws the client's errors
 */
export async function writeRun(
  client: Client,
  run: Run,
  version: string | null,
  signal: AbortSignal,
): Promise<string | undefined> {
  const refresh = version === null || !isUnfinished(run);
  const request = { index: RUNS_INDEX, id: run.run_id, document: run, refresh };
  return writeVersioned(client, request, version, signal);
}

/**
 * The runs of a range of days, oldest day first. A search alone may still find a run as active that
 * `fetchRun` knows to be over, or the reverse, so each is read again by its id.
 *
 * @returns none if nothing was analyzed yet
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchRuns(
  client: Client,
  { scope, from, to }: RunRange,
  signal: AbortSignal,
): Promise<Run[]> {
  const request = {
    index: RUNS_INDEX,
    query: { bool: { filter: [{ term: { scope } }, { range: { day: { gte: from, lte: to } } }] } },
    size: RUNS_AT_A_TIME,
    source: false,
    ignore_unavailable: false,
  };
  const runs: Run[] = [];
  try {
    for await (const hits of searchPages<Run>(client, request, signal)) {
      const ids = hits.flatMap(({ _id: id }) => id ?? []);
      appendAll(runs, await fetchRunsById(client, ids, signal));
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
  return runs.sort((a, b) => (`${a.day} ${a.run_id}` < `${b.day} ${b.run_id}` ? -1 : 1));
}

/**
 * The run of a day that began last, of those that a user may see: of several zones, or none.
 *
 * @param user null without a user
 * @throws as `fetchRuns`
 */
export async function fetchLatestRun(
  client: Client,
  scope: string,
  day: Day,
  user: string | null,
  signal: AbortSignal,
): Promise<Run | undefined> {
  const runs = await fetchRuns(client, { scope, from: day, to: day }, signal);
  return visibleRuns(runs, user).sort((a, b) => (a['@timestamp'] < b['@timestamp'] ? 1 : -1))[0];
}

/** The run history in `logwave-runs`: one document for each run. */
export function createRunLedger(client: Client): RunLedger {
  return {
    read: (runId, signal) => fetchRun(client, runId, signal),
    write: (run, version, signal) => writeRun(client, run, version, signal),
    list: (scope, from, to, signal) => fetchRuns(client, { scope, from, to }, signal),
  };
}
