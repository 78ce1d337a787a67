import { createHash } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import type { Finding } from '../../common/waveform/finding';
import type { Run } from '../app/run';
import { refusalType } from './error_reason';
import { FINDINGS_INDEX } from './findings_mapping';
import { searchPages } from './search_pages';
import { bulkPatiently, type BulkOperation } from './write_patiently';

/** A finding is about 4 kB. */
const FINDINGS_PER_REQUEST = 500;

/** What a stored finding holds besides: for rules, which know neither lists nor our runs. */
export interface ForRules {
  /** When the finding was first stored: what to look at to be told of each once. */
  readonly found_at: string;
  /** The middle half of the training days for the strongest run of hours. */
  readonly usual: { readonly low: number; readonly high: number } | null;
}

/** A finding as it is stored. */
export type StoredFinding = Finding & ForRules;
type RunRef = Pick<Run, 'run_id' | '@timestamp'>;

/** The id of a finding: the same for the same run and series. */
export function findingId({ run_id: runId, source, subtype }: Finding): string {
  const series = JSON.stringify([source, subtype]);
  return `${runId}:${createHash('sha256').update(series).digest('base64url')}`;
}

function toStored(finding: Finding, foundAt: string): StoredFinding {
  const [strongest] = finding.runs;
  const [low, high] = strongest?.usual ?? [];
  const usual = low === undefined || high === undefined ? null : { low, high };
  return { ...finding, found_at: foundAt, usual };
}

async function* storedFindings(
  client: Client,
  runId: string,
  source: string[] | boolean,
  signal: AbortSignal,
): AsyncGenerator<readonly [id: string, finding: StoredFinding]> {
  const request = {
    index: FINDINGS_INDEX,
    query: { bool: { filter: [{ term: { run_id: runId } }] } },
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
 * The findings of a run, in no order; none where there is no such run.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchFindings(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<StoredFinding[]> {
  const findings: StoredFinding[] = [];
  for await (const [, finding] of storedFindings(client, runId, true, signal)) {
    findings.push(finding);
  }
  return findings;
}

/** Sends operations in pieces; searches see them at once. @throws Error with the first refusal */
async function bulk(
  client: Client,
  operations: readonly BulkOperation[],
  signal: AbortSignal,
): Promise<void> {
  const target = { index: FINDINGS_INDEX, refresh: true };
  for (let from = 0; from < operations.length; from += FINDINGS_PER_REQUEST) {
    const piece = operations.slice(from, from + FINDINGS_PER_REQUEST);
    const [refused] = await bulkPatiently(client, target, piece, signal);
    if (refused !== undefined) throw new Error(`findings cannot be kept: ${refused.reason}`);
  }
}

/**
 * Keeps exactly these findings for a run: those of earlier attempts at it are replaced, and removed
 * where they are not found any more. Cut off anywhere and called again it comes to the same.
 *
 * @throws the client's errors, and an Error where Elasticsearch refuses a finding
 */
export async function saveFindings(
  client: Client,
  run: RunRef,
  findings: readonly Finding[],
  signal: AbortSignal,
): Promise<void> {
  const firstFound = new Map<string, string>();
  for await (const [id, { found_at: foundAt }] of storedFindings(
    client,
    run.run_id,
    ['found_at'],
    signal,
  )) {
    firstFound.set(id, foundAt);
  }
  const ids = new Set(findings.map(findingId));
  const kept = findings.map((finding): BulkOperation => {
    const id = findingId(finding);
    const foundAt = firstFound.get(id) ?? run['@timestamp'];
    return [{ index: { _id: id } }, toStored(finding, foundAt)];
  });
  const obsolete = [...firstFound.keys()].filter((id) => !ids.has(id));
  await bulk(client, kept, signal);
  await bulk(
    client,
    obsolete.map((id): BulkOperation => [{ delete: { _id: id } }]),
    signal,
  );
}
