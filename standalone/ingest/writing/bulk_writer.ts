import {
  BAD_REQUEST,
  CONFLICT,
  CONTENT_TOO_LARGE,
  INSUFFICIENT_STORAGE,
} from '../../../common/http';
import {
  isBusyStatus,
  MAX_ATTEMPTS,
  pauseBeforeRetry,
  type Pause,
} from '../../../server/elastic/asking';
import { DiskFull } from '../disk_full';
import { toJson } from '../documents/document_json';
import { indexName } from '../documents/index_name';
import type { LogDocument } from '../documents/log_document';
import { BatchBuilder, pick, writtenAt, type BulkBatch, type Written } from './bulk_batch';
import type { RefusedDocument } from './refused_file';
import type { ItemAnswer, SendBulk } from './send_bulk';

/** Large enough to be worth a request, small enough for any cluster. */
const BATCH_BYTES = 3_000_000;
const BATCH_DOCUMENTS = 5000;
/** With room for a last document, except for a very long one. */
const ROOM_BYTES = BATCH_BYTES + 250_000;
/** One request is processed while the next is prepared. */
export const MAX_IN_FLIGHT = 2;

/** How many documents so far had which result. */
export interface WriteCounts {
  created: number;
  already_there: number;
  /** How many of those already there are in an index that is new. */
  read_twice: number;
  refused: number;
}

/** Takes documents and writes them in batches, a few at a time. */
export interface BulkWriter {
  readonly counts: Readonly<WriteCounts>;
  /** @param index if the document's own day does not decide it */
  add(id: string, document: LogDocument, index?: string): void;
  /** Waits until there is room for more. It must be awaited now and then, or memory fills up. */
  ready(): Promise<void>;
  /** Writes the rest and waits for all. */
  finish(): Promise<void>;
}

const NO_ANSWER: ItemAnswer = { status: 0, reason: 'the answer lacks this document' };

interface Ports {
  readonly send: SendBulk;
  readonly refuse: (refused: readonly RefusedDocument[]) => Promise<void>;
  /** Why the cluster has no room for documents, as a phrase; undefined if it has. */
  readonly diskShortage: (signal: AbortSignal) => Promise<string | undefined>;
  /** Called for each document that now exists, with whether it is new. */
  readonly settled?: (written: Written, isNew: boolean) => void;
  /** Whether an index existed before anything was written. */
  readonly hadIndex?: (index: string) => boolean;
  readonly pause?: Pause;
}

function refusedAt(
  batch: BulkBatch,
  position: number,
  { status, reason }: ItemAnswer,
): RefusedDocument {
  const index = batch.indices[position] ?? '';
  return { index, ...writtenAt(batch, position), status, reason: reason ?? 'no reason given' };
}

/** The positions of the documents of a batch: 0, 1, 2, … */
function positionsOf({ ends }: BulkBatch): number[] {
  return ends.map((_, position) => position);
}

/**
 * Writes documents with `create`, so that an existing one stays as it is and counts as already
 * there.
 *
 * The client's own bulk helper waits equally long each time, only retries single documents with
 * status 429, and gives up the whole input if a request is refused, so this is our own. Documents,
 * and whole requests, that a busy cluster refuses (429, 502, 503, 504) are sent again with growing
 * pauses. A request that is too large is halved. What is still refused, or is invalid, goes to
 * `refuse`. If the cluster has no disk space left, waiting does not help, and everything not
 * written goes to `refuse` at once.
 *
 * @throws from `ready` and `finish`: DiskFull, the error of the last try if there is no answer any
 * more, any other error of a whole request, and the signal's reason
 */
export function createBulkWriter(
  { send, refuse, diskShortage, settled, hadIndex, pause = pauseBeforeRetry }: Ports,
  signal: AbortSignal,
): BulkWriter {
  const counts: WriteCounts = { created: 0, already_there: 0, read_twice: 0, refused: 0 };
  const inFlight = new Set<Promise<void>>();
  const builder = new BatchBuilder(ROOM_BYTES);
  let failure: { readonly error: unknown } | undefined;
  const full: BulkBatch[] = [];

  const refuseAll = async (refused: readonly RefusedDocument[]): Promise<void> => {
    counts.refused += refused.length;
    await refuse(refused);
  };

  const settleOne = (sent: BulkBatch, position: number, isNew: boolean): void => {
    if (isNew) counts.created += 1;
    else {
      counts.already_there += 1;
      if (hadIndex?.(sent.indices[position] ?? '') === false) counts.read_twice += 1;
    }
    settled?.(writtenAt(sent, position), isNew);
  };

  /** Counts finished documents and returns the positions of those that a busy cluster refused. */
  const settle = async (
    sent: BulkBatch,
    answerAt: (position: number) => ItemAnswer | undefined,
    isLastTry: boolean,
  ): Promise<number[]> => {
    const again: number[] = [];
    const refused: RefusedDocument[] = [];
    for (let position = 0; position < sent.ends.length; position += 1) {
      const answer = answerAt(position) ?? NO_ANSWER;
      const isCreated = answer.status > 0 && answer.status < BAD_REQUEST;
      if (isCreated || answer.status === CONFLICT) settleOne(sent, position, isCreated);
      else if (isBusyStatus(answer.status) && !isLastTry) again.push(position);
      else refused.push(refusedAt(sent, position, answer));
    }
    await refuseAll(refused);
    return again;
  };

  const giveUp = async (left: readonly BulkBatch[], reason: string): Promise<never> => {
    const answer = { status: INSUFFICIENT_STORAGE, reason };
    for (const batch of left) {
      await refuseAll(positionsOf(batch).map((position) => refusedAt(batch, position, answer)));
    }
    throw new DiskFull(reason);
  };

  const halve = async (batch: BulkBatch, reason: string): Promise<void> => {
    const positions = positionsOf(batch);
    if (positions.length === 1) {
      await refuseAll([refusedAt(batch, 0, { status: CONTENT_TOO_LARGE, reason })]);
      return;
    }
    const middle = Math.ceil(positions.length / 2);
    await deliver(pick(batch, positions.slice(0, middle)));
    await deliver(pick(batch, positions.slice(middle)));
  };

  const deliver = async (batch: BulkBatch): Promise<void> => {
    let left = batch;
    for (let attempt = 1; ; attempt += 1) {
      if (attempt > 1) {
        const shortage = await diskShortage(signal);
        if (shortage !== undefined) return giveUp([left], shortage);
        await pause(attempt - 1, signal);
      }
      signal.throwIfAborted();
      const isLastTry = attempt === MAX_ATTEMPTS;
      const answer = await send(left.bytes, signal);
      if (answer.kind === 'too_large') return halve(left, answer.reason);
      if (answer.kind === 'unreachable') {
        if (isLastTry) throw answer.error;
        continue;
      }
      const answerAt = (position: number): ItemAnswer | undefined =>
        answer.kind === 'items' ? answer.items[position] : answer;
      const again = await settle(left, answerAt, isLastTry);
      const sent = left;
      left = pick(sent, again);
      // An answer for each document means that all of them were read.
      if (answer.kind === 'items') builder.reuse(sent);
      if (again.length === 0) return;
    }
  };

  const dispatch = (batch: BulkBatch): void => {
    const delivery = deliver(batch)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => inFlight.delete(delivery));
    inFlight.add(delivery);
  };

  const closeBatch = (): void => {
    if (builder.documents > 0) full.push(builder.take());
  };

  const ready = async (): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      if (failure !== undefined) {
        await Promise.all(inFlight);
        const { error } = failure;
        closeBatch();
        // They will never be sent, and a reader of a pipe cannot read them again.
        if (error instanceof DiskFull) await giveUp(full.splice(0), error.message);
        throw error;
      }
      const next = inFlight.size < MAX_IN_FLIGHT ? full.shift() : undefined;
      if (next !== undefined) dispatch(next);
      else if (full.length > 0) await Promise.race(inFlight);
      else return;
    }
  };

  return {
    counts,
    add(id, document, given) {
      const index = given ?? indexName(document['@timestamp']);
      builder.add(id, index, toJson(document));
      const isFull = builder.byteLength >= BATCH_BYTES || builder.documents >= BATCH_DOCUMENTS;
      if (isFull) closeBatch();
    },
    ready,
    async finish() {
      closeBatch();
      await ready();
      await Promise.all(inFlight);
      await ready();
    },
  };
}
