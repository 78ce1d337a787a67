import { createHash } from 'node:crypto';
import type { Client } from '../client';
import { streamKey } from '../../../common/sources';
import type { Day } from '../../../common/time';
import { METHOD_VERSION } from '../../../common/waveform/hours';
import {
  type EarlierRow,
  type FoldedStream,
  type SilenceLook,
  type SilenceRow,
  type StreamRef,
} from '../../app/silence';
import {
  bulkPatiently,
  type BulkOperation,
  IncompleteAnswer,
  patiently,
  refusalType,
  RefusedWrite,
  searchGap,
  searchPages,
} from '../asking';
import { FINDINGS_INDEX } from '../results';

/** What distinguishes silences from the findings of a run. */
const METHOD = 'silence';
const SILENCES_PER_REQUEST = 1_000;
/** Of more streams than these, the others are dropped once their counts are gone. */
const MOST_CARRIED = 10_000;

/** The owner of the stored silences. */
export interface SilenceOwner {
  readonly scope: string;
  readonly zone: string;
}

interface StoredSilence {
  readonly silence?: StoredRow;
  readonly found_at?: string;
  readonly day?: Day;
}

function runIdOf({ scope, zone }: SilenceOwner, day: Day): string {
  return `silence:${scope}:${day}:${zone}`;
}

function idOf(runId: string, row: SilenceRow): string {
  return `${runId}:${createHash('sha256').update(streamKey(row)).digest('base64url')}`;
}

/** A unique name for each stream. */
function codeOf({ source, host, subtype }: SilenceRow): string {
  const ofHost = host === null ? [] : ['host', host];
  const ofSeries = subtype === null ? [] : [subtype];
  return [source, ...ofHost, ...ofSeries].join(' ');
}

function toFinding(row: SilenceRow, day: Day, owner: SilenceOwner, foundAt: string): object {
  return {
    '@timestamp': row.due_by ?? row.silent_since,
    found_at: foundAt,
    scope: owner.scope,
    run_id: runIdOf(owner, day),
    day,
    zone: owner.zone,
    source: row.source,
    host: row.host,
    subtype: row.subtype,
    series_name: row.series_name,
    series_code: codeOf(row),
    verdict: 'silent',
    hours: [],
    count: 0,
    expected: row.missing,
    basis: row.usual,
    sentence: row.sentence,
    method: METHOD,
    method_version: METHOD_VERSION,
    last_seen: row.last_seen,
    due_by: row.due_by,
    silent_since: row.silent_since,
    mornings: row.mornings,
    usual_per_day: row.usual_per_day,
    silence: row,
  };
}

/** Earlier versions stored no names. */
type Unnamed<Row> = Omit<Row, 'series_name'> & { readonly series_name?: string };

/** A row as it was stored, perhaps by an earlier version. */
type StoredRow = Unnamed<Omit<SilenceRow, 'daily' | 'below'>> & {
  readonly daily?: SilenceRow['daily'];
  readonly below?: readonly Unnamed<FoldedStream>[];
};

function named<Row extends StreamRef & { readonly series_name?: string }>(row: Row) {
  return { ...row, series_name: row.series_name ?? row.host ?? row.subtype ?? row.source };
}

function fromStore(row: StoredRow): SilenceRow {
  const { daily = [], below = [] } = row;
  return { ...named(row), daily, below: below.map(named) };
}

/** What is stored of a day, by id. */
async function fetchStored(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<Map<string, StoredSilence>> {
  const found = new Map<string, StoredSilence>();
  const request = {
    index: FINDINGS_INDEX,
    query: { bool: { filter: [{ term: { run_id: runId } }] } },
    size: SILENCES_PER_REQUEST,
    source: ['found_at', 'silence'],
    ignore_unavailable: false,
  };
  try {
    for await (const hits of searchPages<StoredSilence>(client, request, signal)) {
      for (const { _id: id, _source: stored } of hits) {
        if (id !== undefined) found.set(id, stored ?? {});
      }
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
  return found;
}

/**
 * What was silent on a day, as the latest look at it has stored it.
 *
 * @throws the client's errors
 */
export async function fetchSilencesOf(
  client: Client,
  owner: SilenceOwner,
  day: Day,
  signal: AbortSignal,
): Promise<SilenceRow[]> {
  const stored = await fetchStored(client, runIdOf(owner, day), signal);
  return [...stored.values()].flatMap(({ silence }) =>
    silence === undefined ? [] : [fromStore(silence)],
  );
}

/**
 * Stores what is silent on a day as findings with the verdict silent, replacing those of an earlier
 * look at that day for the same sources. Streams that are late, muted, gone or back are not findings.
 *
 * @throws the client's errors, and RefusedWrite with the first refusal
 */
export async function saveSilences(
  client: Client,
  owner: SilenceOwner,
  look: Pick<SilenceLook, 'day' | 'rows' | 'sources'>,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const { day, rows, sources } = look;
  const runId = runIdOf(owner, day);
  const stored = await fetchStored(client, runId, signal);
  const silent = rows.filter(({ state }) => state === 'silent');
  const ids = new Set(silent.map((row) => idOf(runId, row)));
  const writes = silent.map((row): BulkOperation => {
    const id = idOf(runId, row);
    const foundAt = stored.get(id)?.found_at ?? now.toISOString();
    return [{ index: { _id: id } }, toFinding(row, day, owner, foundAt)];
  });
  const outdated = [...stored].filter(
    ([id, { silence }]) =>
      !ids.has(id) && (silence === undefined || sources.includes(silence.source)),
  );
  const removals = outdated.map(([id]): BulkOperation => [{ delete: { _id: id } }]);
  const all = [...writes, ...removals];
  for (let from = 0; from < all.length; from += SILENCES_PER_REQUEST) {
    const part = all.slice(from, from + SILENCES_PER_REQUEST);
    const target = { index: FINDINGS_INDEX, refresh: true };
    const [refused] = await bulkPatiently(client, target, part, signal);
    if (refused !== undefined) throw new RefusedWrite(`silences cannot be kept: ${refused.reason}`);
  }
}

/**
 * The latest silence of each stream that was stored before a day.
 *
 * @throws IncompleteAnswer if a shard did not answer, and the client's errors
 */
export async function fetchEarlierSilences(
  client: Client,
  { scope, zone }: SilenceOwner,
  before: Day,
  signal: AbortSignal,
): Promise<EarlierRow[]> {
  const request = {
    index: FINDINGS_INDEX,
    ignore_unavailable: true,
    allow_partial_search_results: false,
    size: MOST_CARRIED,
    _source: ['silence', 'day'],
    query: {
      bool: {
        filter: [
          { term: { scope } },
          { term: { zone } },
          { term: { method: METHOD } },
          { range: { day: { lt: before } } },
        ],
      },
    },
    collapse: { field: 'series_code' },
    sort: [{ day: 'desc' as const }],
  };
  const search = () => client.search<StoredSilence>(request, { signal });
  const answer = await patiently(search, signal);
  const gap = answer._shards.total === 0 ? null : searchGap(answer);
  if (gap !== null) throw new IncompleteAnswer(gap);
  return answer.hits.hits.flatMap(({ _source: stored }) =>
    stored?.silence === undefined
      ? []
      : [{ ...fromStore(stored.silence), ...(stored.day && { stored_on: stored.day }) }],
  );
}
