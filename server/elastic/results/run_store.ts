import { CONFLICT, NOT_FOUND } from '../../../common/http';
import { appendAll } from '../../../common/lists';
import type { Client, estypes } from '@elastic/elasticsearch';
import type { Day } from '../../../common/time';
import {
  type Run,
  visibleRuns,
  type RunLedger,
  type VersionedRun,
  isUnfinished,
} from '../../app/runs';
import { stableJson } from '../../app/basics';
import { refusalType, patiently, asResponseError, searchPages, writePatiently } from '../asking';
import { RUNS_INDEX } from './runs_mapping';
import { runFromStore } from './stored_run';
const RUNS_AT_A_TIME = 1_000;

/** Which runs: those of the days from `from` to `to`, both included. */
export interface RunRange {
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
}

type Version = Pick<estypes.WriteResponseBase, '_seq_no' | '_primary_term'>;

function versionOf({ _seq_no: seqNo, _primary_term: term }: Version): string {
  return `${seqNo ?? ''}:${term ?? ''}`;
}

/** Where there must be no run yet, a conflict is one that is there. */
function conditionOf(version: string | null) {
  if (version === null) return { op_type: 'create' } as const;
  const [seqNo, term] = version.split(':').map(Number);
  return { if_seq_no: seqNo ?? NaN, if_primary_term: term ?? NaN };
}

/**
 * A run as it is at this moment, searchable yet or not.
 *
 * @returns undefined where there is none
 * @throws the client's errors
 */
export async function fetchRun(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<VersionedRun | undefined> {
  const request = { index: RUNS_INDEX, id: runId };
  try {
    const answer = await patiently(() => client.get<Run>(request, { signal }), signal);
    const { _source: run } = answer;
    return run === undefined ? undefined : { run: runFromStore(run), version: versionOf(answer) };
  } catch (error) {
    if (asResponseError(error)?.statusCode !== NOT_FOUND) throw error;
    return undefined;
  }
}

/**
 * Writes a run in place of the version that was read; a run that is over can be found by searches
 * at once.
 *
 * @param version null where there must be none yet
 * @returns the new version, or undefined where somebody else was first
 * @throws the client's errors
 */
export async function writeRun(
  client: Client,
  run: Run,
  version: string | null,
  signal: AbortSignal,
): Promise<string | undefined> {
  const request = {
    index: RUNS_INDEX,
    id: run.run_id,
    document: run,
    refresh: version === null || !isUnfinished(run),
    ...conditionOf(version),
  };
  try {
    return versionOf(await writePatiently(() => client.index(request, { signal }), signal));
  } catch (error) {
    if (asResponseError(error)?.statusCode !== CONFLICT) throw error;
  }
  // A request that was sent again, since no answer came, is in conflict with itself.
  const found = await fetchRun(client, run.run_id, signal);
  return found !== undefined && stableJson(found.run) === stableJson(run)
    ? found.version
    : undefined;
}

/** What searches found, as it is at this moment; a run that is gone by now is left out. */
async function readNow(client: Client, ids: string[], signal: AbortSignal): Promise<Run[]> {
  const request = { index: RUNS_INDEX, ids };
  const { docs } = await patiently(() => client.mget<Run>(request, { signal }), signal);
  return docs.flatMap((doc) => {
    if ('error' in doc) throw new Error(`${doc._id}: ${doc.error.reason ?? doc.error.type}`);
    return doc._source === undefined ? [] : [runFromStore(doc._source)];
  });
}

/**
 * The runs of a range of days, oldest day first. A search alone may still find a run as going on
 * that `fetchRun` knows to be over, or the other way round: each is read again by its id.
 *
 * @returns none where nothing was analyzed yet
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
      appendAll(runs, await readNow(client, ids, signal));
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

/** The ledger in `logwave-runs`: one document a run. */
export function createRunLedger(client: Client): RunLedger {
  return {
    read: (runId, signal) => fetchRun(client, runId, signal),
    write: (run, version, signal) => writeRun(client, run, version, signal),
    list: (scope, from, to, signal) => fetchRuns(client, { scope, from, to }, signal),
  };
}
