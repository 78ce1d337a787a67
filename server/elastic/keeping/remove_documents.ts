import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { appendAll } from '../../../common/lists';
import { CONFLICT } from '../../../common/http';
import type { Removal } from '../../app/keeping';
import {
  bulkPatiently,
  patiently,
  refusalReason,
  refusalType,
  searchPages,
  type BulkOperation,
} from '../asking';

const DOCUMENTS_PER_REQUEST = 1_000;

/** A document as it was read. */
export interface ReadVersion {
  readonly id: string;
  readonly seq_no: number;
  readonly primary_term: number;
}

/** The version of a hit; undefined if Elasticsearch did not give it. */
export function versionOfHit({
  _id: id,
  _seq_no: seq_no,
  _primary_term: primary_term,
}: estypes.SearchHit<unknown>): ReadVersion | undefined {
  const isWhole = id !== undefined && seq_no !== undefined && primary_term !== undefined;
  return isWhole ? { id, seq_no, primary_term } : undefined;
}

/**
 * Why Elasticsearch refuses a request on an index, as a phrase; undefined if the index does not
 * exist, so that there is nothing to do.
 *
 * @throws the error itself if it is not a refusal
 */
function refusedFor(error: unknown): string | undefined {
  if (refusalType(error) === 'index_not_found_exception') return undefined;
  const reason = refusalReason(error);
  if (reason === undefined) throw error;
  return reason;
}

/**
 * Which of the documents exist. A search still finds a document for some time after it was deleted.
 */
async function thoseThere(
  client: Client,
  index: string,
  ids: string[],
  signal: AbortSignal,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const request = { index, ids, _source: false };
  const { docs } = await patiently(() => client.mget<unknown>(request, { signal }), signal);
  return docs.flatMap((doc) => ('found' in doc && !doc.found ? [] : [doc._id]));
}

/**
 * Deletes documents that were not written since they were read. A missing one counts as removed.
 *
 * @throws errors of the connection, and the abort
 */
export async function removeVersions(
  client: Client,
  index: string,
  versions: readonly ReadVersion[],
  signal: AbortSignal,
): Promise<Removal> {
  if (versions.length === 0) return { removed: 0, rewritten: [], problem: null };
  const operations = versions.map(({ id, seq_no, primary_term }): BulkOperation => [
    { delete: { _id: id, if_seq_no: seq_no, if_primary_term: primary_term } },
  ]);
  try {
    const refused = await bulkPatiently(client, { index }, operations, signal);
    const others = refused.filter(({ status }) => status !== CONFLICT);
    const conflicts = refused.filter(({ status }) => status === CONFLICT);
    const ids = conflicts.flatMap(({ place }) => versions[place]?.id ?? []);
    return {
      removed: versions.length - refused.length,
      rewritten: await thoseThere(client, index, ids, signal),
      problem: others[0]?.reason ?? null,
    };
  } catch (error) {
    return { removed: 0, rewritten: [], problem: refusedFor(error) ?? null };
  }
}

/**
 * Deletes what a query finds, a thousand documents at a time, except what somebody writes at the
 * same moment. It stops at the first refusal. The embedded Elasticsearch has no delete by query.
 *
 * @throws errors of the connection, IncompleteAnswer, and the abort
 */
export async function removeFound(
  client: Client,
  index: string,
  query: estypes.QueryDslQueryContainer,
  signal: AbortSignal,
): Promise<Removal> {
  const request = { index, query, size: DOCUMENTS_PER_REQUEST, source: false };
  let removed = 0;
  const rewritten: string[] = [];
  try {
    const pages = searchPages<unknown>(client, { ...request, ignore_unavailable: false }, signal);
    for await (const hits of pages) {
      const versions = hits.flatMap((hit) => versionOfHit(hit) ?? []);
      const removal = await removeVersions(client, index, versions, signal);
      removed += removal.removed;
      appendAll(rewritten, removal.rewritten);
      if (removal.problem !== null) return { removed, rewritten, problem: removal.problem };
    }
  } catch (error) {
    return { removed, rewritten, problem: refusedFor(error) ?? null };
  }
  return { removed, rewritten, problem: null };
}
