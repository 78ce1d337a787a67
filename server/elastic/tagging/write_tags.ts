import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { TAGS_FIELD } from '../../../common/sources';
import {
  TOO_MANY_REQUESTS,
  BAD_GATEWAY,
  GATEWAY_TIMEOUT,
  INTERNAL_SERVER_ERROR,
  REQUEST_TIMEOUT,
  SERVICE_UNAVAILABLE,
} from '../../../common/http';
import type { ReadDocument, UpdateGuard, WriteOutcome } from '../../app/tagging';
import { refusalOf, writeOutcomeOf } from './document_outcome';
import { asResponseError, isUnanswered, refusalReason, refusalType } from '../asking';

/**
 * A server between us and Elasticsearch may answer with these while Elasticsearch is still working.
 */
const UNSURE_STATUSES: readonly number[] = [
  REQUEST_TIMEOUT,
  INTERNAL_SERVER_ERROR,
  BAD_GATEWAY,
  SERVICE_UNAVAILABLE,
  GATEWAY_TIMEOUT,
];
const UNANSWERED: WriteOutcome = {
  state: 'unanswered',
  reason: 'the answer lacks this document',
};

/** The ends of a cut connection. Documents are counted by reason, which must not differ by them. */
const OWN_PORT = / - Local: .*$/;

/** The part of the answer that is read. Errors of the whole request are filtered as well. */
const FILTER_PATH = 'error,status,items.update.status,items.update.error';

function linesOf({ index, id, routing, seq_no: seqNo, primary_term: term, tags }: ReadDocument) {
  const action = {
    _index: index,
    _id: id,
    if_seq_no: seqNo,
    if_primary_term: term,
    ...(routing === undefined ? {} : { routing }),
  };
  return [{ update: action }, { doc: { [TAGS_FIELD]: tags } }];
}

/** The meaning of a refusal of the whole request for each of its updates; rethrows other errors. */
function outcomeOfAll(error: unknown): WriteOutcome {
  if (isUnanswered(error)) {
    const words = error.message.replace(OWN_PORT, '');
    return { state: 'unanswered', reason: `no answer came (${words})` };
  }
  const status = asResponseError(error)?.statusCode;
  const reason = refusalReason(error);
  if (status === undefined || reason === undefined) throw error;
  if (status === TOO_MANY_REQUESTS) return { state: 'busy', reason };
  if (UNSURE_STATUSES.includes(status)) return { state: 'unanswered', reason };
  const cause = { type: refusalType(error) ?? `status ${status}`, reason };
  return refusalOf(cause, status) ?? { state: 'busy', reason };
}

async function sendUpdates(
  client: Client,
  updates: readonly ReadDocument[],
  signal: AbortSignal,
): Promise<readonly WriteOutcome[]> {
  if (updates.length === 0) return [];
  const operations = updates.flatMap(linesOf);
  const request = { operations, filter_path: FILTER_PATH };
  try {
    const { items }: Partial<estypes.BulkResponse> = await client.bulk(request, {
      signal,
      maxRetries: 0,
    });
    return updates.map((_, place): WriteOutcome => {
      const item = items?.[place]?.update;
      return item === undefined ? UNANSWERED : writeOutcomeOf(item);
    });
  } catch (error) {
    const outcome = outcomeOfAll(error);
    return updates.map(() => outcome);
  }
}

/**
 * Replaces the `tags` of documents that were not changed since they were read. It is one bulk
 * request that is never sent twice, since an update that was applied without an answer would
 * conflict with itself. Documents of indices in which an update loses data are not sent.
 *
 * An update in a bulk request runs no ingest pipeline of the index (one that is sent alone does).
 *
 * @returns an outcome for each, in order
 * @throws a wrong password, and the abort
 */
export async function writeTags(
  client: Client,
  guard: Pick<UpdateGuard, 'losing'>,
  updates: readonly ReadDocument[],
  signal: AbortSignal,
): Promise<readonly WriteOutcome[]> {
  const losing = await guard.losing(new Set(updates.map(({ index }) => index)), signal);
  const safe = updates.filter(({ index }) => !losing.has(index));
  const sent = await sendUpdates(client, safe, signal);
  const outcomes = new Map(safe.map((update, place) => [update, sent[place]]));
  return updates.map((update) => losing.get(update.index) ?? outcomes.get(update) ?? UNANSWERED);
}
