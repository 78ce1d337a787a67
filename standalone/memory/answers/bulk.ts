import type { MemoryCluster } from '../memory_cluster';
import { jsonOf, Refusal, textOf, UnknownRequest, type Json, type MemoryAnswer } from '../request';
import {
  deleteDocument,
  indexDocument,
  updateDocument,
  type Place,
  type Written,
} from './documents';

const WITHOUT_LINE = 'delete';

function write(cluster: MemoryCluster, kind: string, place: Place, line: Json): Written {
  switch (kind) {
    case 'index':
    case 'create':
      return indexDocument(cluster, { ...place, isCreate: kind === 'create' }, line);
    case 'update':
      return updateDocument(cluster, place, jsonOf(line['doc']));
    case 'delete':
      return deleteDocument(cluster, place);
    default:
      throw new UnknownRequest(`the bulk operation "${kind}"`);
  }
}

function itemOf(cluster: MemoryCluster, kind: string, place: Place, line: Json): Json {
  try {
    const { status, body } = write(cluster, kind, place, line);
    return { ...body, status };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, type, reason } = error;
    return { _index: place.index, _id: place.id, status, error: { type, reason } };
  }
}

/** `_bulk`: lines of JSON, an action and, except for deletions, the document that it writes. */
export function answerBulk(cluster: MemoryCluster, index: string, text: string): MemoryAnswer {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => jsonOf(JSON.parse(line)));
  const items: Json[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [[kind, given] = ['', {}]] = Object.entries(lines[at] ?? {});
    const { _index = index, _id, if_seq_no: seqNo, op_type: type } = jsonOf(given);
    const place = {
      index: String(_index),
      id: _id === undefined ? `${items.length}-${Date.now()}` : textOf(_id),
      isCreate: type === 'create',
      seqNo: seqNo === undefined ? undefined : Number(seqNo),
    };
    if (kind !== WITHOUT_LINE) at += 1;
    items.push({ [kind]: itemOf(cluster, kind, place, lines[at] ?? {}) });
  }
  const hasErrors = items.some((item) =>
    Object.values(item).some((one) => jsonOf(one)['error'] !== undefined),
  );
  return { body: { took: 0, errors: hasErrors, items } };
}
