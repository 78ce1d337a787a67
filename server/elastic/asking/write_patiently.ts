import type { Client } from '../client';
import { retry } from './retry';
import { NOT_FOUND } from '../../../common/http';
import { appendAll } from '../../../common/lists';
import { isBusyStatus, MAX_ATTEMPTS, pauseBeforeRetry, type Pause } from './backoff';
import { indexBlockOf } from './error_reason';
import { indexBlockIn } from './index_block';
import { asResponseError } from './response_error';

/** Thrown if Elasticsearch did not accept a write. The message is a sentence. */
export class RefusedWrite extends Error {
  override readonly name = 'RefusedWrite';
}

/** An action of a bulk request, and the document that it writes, if it writes one. */
export type BulkOperation = readonly [action: object, document?: object];

/** An operation that was not carried out, after all tries. */
export interface RefusedOperation {
  /** Index of the operation, from 0. */
  readonly place: number;
  readonly status: number;
  /** Elasticsearch's own words. */
  readonly reason: string;
}

/**
 * Whether a cluster, or a server in front of it, refuses a request that it may accept a moment
 * later.
 */
export function isTurnedAway(error: unknown): boolean {
  return isBusyStatus(asResponseError(error)?.statusCode) && indexBlockOf(error) === undefined;
}

/**
 * Sends a write again with growing pauses, for about a minute, while the cluster refuses it.
 *
 * @param send a request that may be sent twice
 * @throws what `send` throws; after an abort, the signal's reason
 */
export async function writePatiently<T>(
  send: () => Promise<T>,
  signal: AbortSignal,
  pause: Pause = pauseBeforeRetry,
): Promise<T> {
  return retry(send, { isPassing: isTurnedAway, tries: MAX_ATTEMPTS, pause }, signal);
}

/** The operations of one answer that were not carried out. */
async function sendOnce(
  client: Client,
  target: { readonly index: string; readonly refresh?: boolean },
  pending: readonly number[],
  make: () => readonly BulkOperation[],
  signal: AbortSignal,
  pause: Pause,
): Promise<RefusedOperation[]> {
  const send = () => {
    const all = make();
    const operations = pending.flatMap((place) => all[place] ?? []);
    return client.bulk({ ...target, operations }, { signal });
  };
  const { items } = await writePatiently(send, signal, pause);
  return pending.flatMap((place, at): RefusedOperation[] => {
    const [[kind, item] = ['', undefined]] = Object.entries(items[at] ?? {});
    if (item === undefined) {
      return [{ place, status: 0, reason: 'the answer lacks this document' }];
    }
    const { error, status } = item;
    // Deleting a document that does not exist is a success.
    if (error === undefined || (kind === 'delete' && status === NOT_FOUND)) return [];
    const reason = error.reason ?? error.type;
    const block = indexBlockIn(reason);
    return [
      { place, status, reason: block === undefined ? reason : `the index is ${block.phrase}` },
    ];
  });
}

/**
 * Sends operations as one bulk request. Those that a busy cluster refuses (429, 502, 503, 504) are
 * sent again with growing pauses, for about a minute, as documents of logs are.
 *
 * @param operations each may be carried out twice; a function makes the same ones again for each
 * request, if they contain the time of sending
 * @returns what was not carried out in the end
 * @throws the client's errors; after an abort, the signal's reason
 */
export async function bulkPatiently(
  client: Client,
  target: { readonly index: string; readonly refresh?: boolean },
  operations: readonly BulkOperation[] | (() => readonly BulkOperation[]),
  signal: AbortSignal,
  pause: Pause = pauseBeforeRetry,
): Promise<RefusedOperation[]> {
  const make = typeof operations === 'function' ? operations : () => operations;
  const refused: RefusedOperation[] = [];
  let pending: readonly number[] = make().map((_, place) => place);
  for (let attempt = 1; pending.length > 0; attempt += 1) {
    if (attempt > 1) await pause(attempt - 1, signal);
    const left = await sendOnce(client, target, pending, make, signal, pause);
    const isLastTry = attempt === MAX_ATTEMPTS;
    const isAgain = ({ status }: RefusedOperation): boolean => isBusyStatus(status) && !isLastTry;
    appendAll(
      refused,
      left.filter((one) => !isAgain(one)),
    );
    pending = left.filter(isAgain).map(({ place }) => place);
  }
  return refused;
}
