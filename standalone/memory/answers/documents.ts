import { CONFLICT, CREATED, NOT_FOUND, OK } from '../../../common/http';
import type { MemoryCluster } from '../memory_cluster';
import type { Stored } from '../stored';
import {
  jsonOf,
  listOf,
  Refusal,
  type Json,
  type MemoryAnswer,
  type MemoryRequest,
} from '../request';
import { filteredSource } from './filtered_source';

/** Nothing fails over here. */
const PRIMARY_TERM = 1;

/** Where a document is, and the condition for writing it. */
export interface Place {
  readonly index: string;
  readonly id: string;
  readonly isCreate: boolean;
  /** The version that it must have; undefined for any. */
  readonly seqNo: number | undefined;
}

/** The result of a write. */
export interface Written {
  readonly status: number;
  readonly body: Json;
}

export function versionOf({ seq_no }: Pick<Stored, 'seq_no'>): Json {
  return { _seq_no: seq_no, _primary_term: PRIMARY_TERM };
}

function heldBack(found: Stored | undefined, { isCreate, seqNo, id }: Place): void {
  const isConflict = isCreate
    ? found !== undefined
    : seqNo !== undefined && seqNo !== found?.seq_no;
  if (!isConflict) return;
  const reason = `[${id}]: version conflict`;
  throw new Refusal(CONFLICT, 'version_conflict_engine_exception', reason);
}

/** @throws Refusal if somebody else has written it */
export function indexDocument(cluster: MemoryCluster, place: Place, source: Json): Written {
  const index = cluster.indexToWrite(place.index);
  const found = index.get(place.id);
  heldBack(found, place);
  const stored = index.put(place.id, source);
  const result = found === undefined ? 'created' : 'updated';
  const body = { _index: place.index, _id: place.id, result, ...versionOf(stored) };
  return { status: found === undefined ? CREATED : OK, body };
}

/** Merges changed fields into a document. @throws Refusal if it does not exist, or was written */
export function updateDocument(cluster: MemoryCluster, place: Place, doc: Json): Written {
  const index = cluster.index(place.index);
  const found = index.get(place.id);
  if (found === undefined) {
    const reason = `[${place.id}]: document missing`;
    throw new Refusal(NOT_FOUND, 'document_missing_exception', reason);
  }
  heldBack(found, place);
  const stored = index.put(place.id, { ...found.source, ...doc });
  const body = { _index: place.index, _id: place.id, result: 'updated', ...versionOf(stored) };
  return { status: OK, body };
}

/** @throws Refusal if the index does not exist, or somebody else has written the document */
export function deleteDocument(cluster: MemoryCluster, place: Place): Written {
  const index = cluster.index(place.index);
  heldBack(index.get(place.id), place);
  const isThere = index.delete(place.id);
  const body = { _index: place.index, _id: place.id, result: isThere ? 'deleted' : 'not_found' };
  return { status: isThere ? OK : NOT_FOUND, body };
}

function foundBody(index: string, id: string, stored: Stored | undefined, wished: unknown): Json {
  if (stored === undefined) return { _index: index, _id: id, found: false };
  const source = filteredSource(stored.source, wished);
  const shown = source === undefined ? {} : { _source: source };
  return { _index: index, _id: id, found: true, ...versionOf(stored), ...shown };
}

function wishedIn(query: URLSearchParams): unknown {
  return query.get('_source_includes')?.split(',') ?? query.get('_source') ?? undefined;
}

/** `GET`, `HEAD`, `PUT`, `POST` and `DELETE` of one document. */
export function answerDocument(
  cluster: MemoryCluster,
  { method, query, body }: MemoryRequest,
  { index, id, isCreate }: Pick<Place, 'index' | 'id' | 'isCreate'>,
): MemoryAnswer {
  if (method === 'GET' || method === 'HEAD') {
    const stored = cluster.index(index).get(id);
    const status = stored === undefined ? NOT_FOUND : OK;
    return { status, body: foundBody(index, id, stored, wishedIn(query)) };
  }
  const given = query.get('if_seq_no');
  const place = {
    index,
    id,
    isCreate: isCreate || query.get('op_type') === 'create',
    seqNo: given === null ? undefined : Number(given),
  };
  return method === 'DELETE'
    ? deleteDocument(cluster, place)
    : indexDocument(cluster, place, jsonOf(body));
}

function missingIndex(index: string, id: string): Json {
  const type = 'index_not_found_exception';
  return { _index: index, _id: id, error: { type, reason: `no such index [${index}]` } };
}

/** `_mget`: documents by their ids, of one index or of several. */
export function answerMultiGet(
  cluster: MemoryCluster,
  { query, body }: MemoryRequest,
  index: string,
): MemoryAnswer {
  const { ids, docs, _source: ofAll } = jsonOf(body);
  const wanted =
    docs === undefined ? listOf(ids).map((_id) => ({ _id })) : listOf(docs).map(jsonOf);
  const found = wanted.map((one: Json) => {
    const { _index = index, _id, _source: own } = one;
    const [name, id] = [String(_index), String(_id)];
    const there = cluster.indices.get(name);
    if (there === undefined) return missingIndex(name, id);
    return foundBody(name, id, there.get(id), own ?? ofAll ?? wishedIn(query));
  });
  return { body: { docs: found } };
}
