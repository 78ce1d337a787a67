import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { TAGS_FIELD } from '../../../common/sources';
import { FORBIDDEN } from '../../../common/http';
import type { DocumentRef } from '../../app/basics';
import type { ReadOutcome, Refused } from '../../app/tagging';
import { refusalOf } from './document_outcome';
import { refusalType, patiently, asResponseError } from '../asking';
import { tagsIn } from './tags_in_source';

const MISSING_INDEX = 'index_not_found_exception';
const READ_LACKING: Refused = {
  state: 'refused',
  reason: 'the privilege "read" is missing',
  whole_index: true,
};

const NO_ANSWER: Refused = {
  state: 'refused',
  reason: 'the index does not answer',
  whole_index: false,
  is_passing: true,
};

function readRefusal(cause: estypes.ErrorCause): Refused {
  if (cause.type === 'security_exception') return READ_LACKING;
  const refused = refusalOf(cause, 0);
  return refused ?? NO_ANSWER;
}

function readOutcomeOf(
  ref: DocumentRef,
  item: estypes.MgetResponseItem<unknown> | undefined,
): ReadOutcome {
  if (item === undefined) return { state: 'gone' };
  if ('error' in item) {
    return item.error.type === MISSING_INDEX ? { state: 'gone' } : readRefusal(item.error);
  }
  const { found, _seq_no: seqNo, _primary_term: term } = item;
  if (!found || seqNo === undefined || term === undefined) return { state: 'gone' };
  const version = { seq_no: seqNo, primary_term: term };
  return { state: 'found', document: { ...ref, ...version, tags: tagsIn(item._source) } };
}

/**
 * Reads documents as they are at this moment, searchable yet or not: one request.
 *
 * @param refs at most about a thousand
 * @returns an outcome for each, in order
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchDocuments(
  client: Client,
  refs: readonly DocumentRef[],
  signal: AbortSignal,
): Promise<readonly ReadOutcome[]> {
  if (refs.length === 0) return [];
  const docs = refs.map(({ index, id, routing }) => ({
    _index: index,
    _id: id,
    _source: [TAGS_FIELD],
    ...(routing === undefined ? {} : { routing }),
  }));
  try {
    const answer = await patiently(() => client.mget<unknown>({ docs }, { signal }), signal);
    return refs.map((ref, place) => readOutcomeOf(plainRef(ref), answer.docs[place]));
  } catch (error) {
    if (asResponseError(error)?.statusCode !== FORBIDDEN) throw error;
    if (refusalType(error) !== 'security_exception') throw error;
    return refs.map(() => READ_LACKING);
  }
}

/** An argument may be more than a reference: a document as it was read before. */
function plainRef({ index, id, routing }: DocumentRef): DocumentRef {
  return { index, id, ...(routing === undefined ? {} : { routing }) };
}
