import { createHash } from 'node:crypto';
import type { Client } from '../client';
import { seriesKey } from '../../../common/sources';
import { asLogged, type Finding } from '../../../common/waveform/hours';
import { assessedSources, type Run } from '../../app/runs';
import { explainedSentence } from '../../../common/incidents';
import type { StoredIncident } from '../../app/explaining';
import type { FlaggedEvents } from '../../app/showing';
import {
  patiently,
  refusalType,
  RefusedWrite,
  searchPages,
  bulkPatiently,
  type BulkOperation,
} from '../asking';
import { FINDINGS_INDEX } from './findings_mapping';
/** A finding is about 4 kB. */
const FINDINGS_PER_REQUEST = 500;
/** Elasticsearch has to hold all of their findings at once. */
const STAMPS_PER_REQUEST = 2_000;

/** Additional fields of a stored finding: for rules, which know neither lists nor our runs. */
export interface ForRules {
  /** When searches first saw the finding: the time field for rules that report it once. */
  readonly found_at: string;
  /** The middle half of the training days for the strongest stretch. */
  readonly usual: { readonly low: number; readonly high: number } | null;
  /**
   * The sentence with who or what it was, and what else shows the same events. Absent in older
   * versions.
   */
  readonly explained?: string;
}

/** A finding as it is stored; `found_at` is missing if storing was interrupted. */
export type StoredFinding = Finding & ForRules;
type RunRef = Pick<Run, 'run_id' | 'source_results'>;

/** The id of a finding: the same for the same run and series. */
export function findingId({
  run_id: runId,
  source,
  subtype,
}: Pick<Finding, 'run_id' | 'source' | 'subtype'>): string {
  const series = seriesKey(source, subtype);
  return `${runId}:${createHash('sha256').update(series).digest('base64url')}`;
}

/**
 * The finding with the fields that rules need. A new one gets its `found_at` when all are written.
 */
function toStored(finding: Finding, foundAt: string | undefined): object {
  const [strongest] = finding.runs;
  const [low, high] = (strongest && asLogged(strongest).usual) ?? [];
  const usual = low === undefined || high === undefined ? null : { low, high };
  const explained = explainedSentence(finding);
  return { ...finding, ...(foundAt === undefined ? {} : { found_at: foundAt }), usual, explained };
}

async function* storedFindings(
  client: Client,
  runIds: readonly string[],
  source: string[] | boolean,
  signal: AbortSignal,
): AsyncGenerator<readonly [id: string, finding: StoredFinding]> {
  const request = {
    index: FINDINGS_INDEX,
    query: { bool: { filter: [{ terms: { run_id: [...runIds] } }] } },
    size: FINDINGS_PER_REQUEST,
    source,
    ignore_unavailable: false,
  };
  try {
    for await (const hits of searchPages<StoredFinding>(client, request, signal)) {
      for (const { _id: id, _source: finding } of hits) {
        if (id !== undefined && finding !== undefined) yield [id, finding];
      }
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
}

/**
 * The findings of a run, in any order; none if there is no such run.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchFindings(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<StoredFinding[]> {
  return fetchFindingsOfRuns(client, [runId], signal);
}

/**
 * The findings of several runs with one search: those of one run after those of another.
 *
 * @throws as `fetchFindings`
 */
export async function fetchFindingsOfRuns(
  client: Client,
  runIds: readonly string[],
  signal: AbortSignal,
): Promise<StoredFinding[]> {
  const findings: StoredFinding[] = [];
  for await (const [, finding] of storedFindings(client, runIds, true, signal)) {
    findings.push(finding);
  }
  return runIds.flatMap((id) => findings.filter(({ run_id }) => run_id === id));
}

/**
 * The findings about single series or whole sources, with one request. Those without a finding are
 * left out.
 *
 * @throws the client's errors
 */
export async function fetchFindingsAbout(
  client: Client,
  about: readonly Pick<Finding, 'run_id' | 'source' | 'subtype'>[],
  signal: AbortSignal,
): Promise<StoredFinding[]> {
  if (about.length === 0) return [];
  const request = { index: FINDINGS_INDEX, ids: about.map(findingId) };
  const { docs } = await patiently(() => client.mget<StoredFinding>(request, { signal }), signal);
  return docs.flatMap((doc) => ('found' in doc && doc._source !== undefined ? [doc._source] : []));
}

/**
 * The events in the flagged hours of each finding of a run, in any order.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchFlaggedEvents(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<FlaggedEvents[]> {
  const flagged: FlaggedEvents[] = [];
  const fields = ['run_id', 'source', 'subtype', 'incident', 'flagged.events'];
  for await (const [, finding] of storedFindings(client, [runId], fields, signal)) {
    const { run_id, source, subtype, incident, flagged: hours } = finding;
    const events = (hours ?? []).reduce((sum, hour) => sum + hour.events, 0);
    flagged.push({ run_id, source, subtype, incident, events });
  }
  return flagged;
}

/**
 * The incidents of the findings of a run, in any order. Findings of an older version have none.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchIncidents(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<StoredIncident[]> {
  const stored: StoredIncident[] = [];
  const fields = ['source', 'subtype', 'incident'];
  for await (const [, finding] of storedFindings(client, [runId], fields, signal)) {
    const { source, subtype, incident } = finding;
    if (incident !== undefined) stored.push({ source, subtype, incident });
  }
  return stored;
}

/**
 * Sends operations in pieces.
 *
 * @param refresh whether searches see all of them, and what was sent before, after the last piece
 * @throws RefusedWrite with the first refusal
 */
async function bulk(
  client: Client,
  operations: readonly BulkOperation[],
  refresh: boolean,
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < operations.length; from += FINDINGS_PER_REQUEST) {
    const to = from + FINDINGS_PER_REQUEST;
    const isLast = to >= operations.length;
    const target = { index: FINDINGS_INDEX, refresh: refresh && isLast };
    const [refused] = await bulkPatiently(client, target, operations.slice(from, to), signal);
    if (refused !== undefined) throw new RefusedWrite(`findings cannot be kept: ${refused.reason}`);
  }
}

/**
 * Gives findings their `found_at`: the time at which the request is sent that makes them visible to
 * searches. So a rule never sees a finding later than at its time, except for the duration of one
 * request. A request that is sent again has a new time.
 *
 * @throws Error with the first refusal
 */
async function stampFound(
  client: Client,
  ids: readonly string[],
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < ids.length; from += STAMPS_PER_REQUEST) {
    const portion = ids.slice(from, from + STAMPS_PER_REQUEST);
    const stamps = (): BulkOperation[] => {
      const doc = { found_at: now().toISOString() };
      // Another attempt at the same run may stamp the same finding at the same moment.
      return portion.map((id) => [{ update: { _id: id, retry_on_conflict: 3 } }, { doc }]);
    };
    const target = { index: FINDINGS_INDEX, refresh: true };
    const [refused] = await bulkPatiently(client, target, stamps, signal);
    if (refused !== undefined) throw new RefusedWrite(`findings cannot be kept: ${refused.reason}`);
  }
}

/** What is stored for a run: the source of each finding, and when it was first found. */
async function fetchFirstFound(client: Client, runId: string, signal: AbortSignal) {
  const stored = new Map<string, Partial<Pick<StoredFinding, 'source' | 'found_at'>>>();
  const fields = ['source', 'found_at'];
  for await (const [id, finding] of storedFindings(client, [runId], fields, signal)) {
    stored.set(id, finding);
  }
  return stored;
}

/**
 * Stores exactly these findings for the sources that a run has assessed. Those of earlier attempts
 * at it are replaced, and removed if they are no longer found. Findings of other sources stay. If
 * it is interrupted at any point and called again, the result is the same.
 *
 * They are sent in portions, as they come.
 *
 * New findings get their `found_at` last, when all are written, and in the request whose refresh
 * shows them, so a rule that reads the time since its last check misses none. Up to 2,000 get one
 * time in one refresh. More than that get theirs one portion after the other.
 *
 * @param now the time at each call
 * @throws the client's errors, and a RefusedWrite if Elasticsearch refuses a finding
 */
export async function saveFindings(
  client: Client,
  run: RunRef,
  findings: Iterable<Finding>,
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  const stored = await fetchFirstFound(client, run.run_id, signal);
  const assessed = assessedSources(run);
  const ids = new Set<string>();
  let writes: BulkOperation[] = [];
  for (const finding of findings) {
    // The last portion waits for the refresh.
    if (writes.length === FINDINGS_PER_REQUEST) {
      await bulk(client, writes, false, signal);
      writes = [];
    }
    const id = findingId(finding);
    ids.add(id);
    writes.push([{ index: { _id: id } }, toStored(finding, stored.get(id)?.found_at)]);
  }
  const removals = [...stored].flatMap(([id, { source }]): BulkOperation[] =>
    source !== undefined && assessed.has(source) && !ids.has(id) ? [[{ delete: { _id: id } }]] : [],
  );
  const fresh = [...ids].filter((id) => stored.get(id)?.found_at === undefined);
  await bulk(client, [...writes, ...removals], fresh.length === 0, signal);
  await stampFound(client, fresh, now, signal);
}
