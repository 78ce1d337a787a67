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
import { indexName } from '../documents/index_name';
import type { LogDocument } from '../documents/log_document';
import type { RefusedDocument } from './refused_file';
import type { ItemAnswer, SendBulk } from './send_bulk';

/** Large enough to be worth a request, small enough for any cluster. */
const BATCH_LENGTH = 3_000_000;
const BATCH_DOCUMENTS = 5000;
/** One request is processed while the next is prepared. */
export const MAX_IN_FLIGHT = 2;

/** A document and its id. */
export interface Written {
  readonly id: string;
  readonly document: LogDocument;
}

/** Two lines of a request, and no more: what waits for an answer fills the memory. */
interface Outgoing {
  readonly index: string;
  readonly action: string;
  readonly body: string;
}

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

/** The document of two lines; seldom asked for. */
function writtenOf({ action, body }: Outgoing): Written {
  const { create } = JSON.parse(action) as { readonly create: { readonly _id: string } };
  return { id: create._id, document: JSON.parse(body) as LogDocument };
}

function refusedAs(item: Outgoing, { status, reason }: ItemAnswer): RefusedDocument {
  const { index } = item;
  return { index, ...writtenOf(item), status, reason: reason ?? 'no reason given' };
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
  let batch: Outgoing[] = [];
  let batchLength = 0;
  let failure: { readonly error: unknown } | undefined;
  const full: Outgoing[][] = [];

  const refuseAll = async (refused: readonly RefusedDocument[]): Promise<void> => {
    counts.refused += refused.length;
    await refuse(refused);
  };

  /** Counts finished documents and returns those that a busy cluster refused. */
  const settle = async (
    sent: readonly Outgoing[],
    answers: readonly ItemAnswer[],
    isLastTry: boolean,
  ): Promise<Outgoing[]> => {
    const again: Outgoing[] = [];
    const refused: RefusedDocument[] = [];
    sent.forEach((item, position) => {
      const answer = answers[position] ?? { status: 0, reason: 'the answer lacks this document' };
      if (answer.status === CONFLICT) {
        counts.already_there += 1;
        if (hadIndex?.(item.index) === false) counts.read_twice += 1;
        settled?.(writtenOf(item), false);
      } else if (answer.status > 0 && answer.status < BAD_REQUEST) {
        counts.created += 1;
        settled?.(writtenOf(item), true);
      } else if (isBusyStatus(answer.status) && !isLastTry) again.push(item);
      else refused.push(refusedAs(item, answer));
    });
    await refuseAll(refused);
    return again;
  };

  const giveUp = async (left: readonly Outgoing[], reason: string): Promise<never> => {
    const status = INSUFFICIENT_STORAGE;
    await refuseAll(left.map((item) => refusedAs(item, { status, reason })));
    throw new DiskFull(reason);
  };

  const halve = async (items: readonly Outgoing[], reason: string): Promise<void> => {
    const [only] = items;
    if (items.length === 1 && only !== undefined) {
      await refuseAll([refusedAs(only, { status: CONTENT_TOO_LARGE, reason })]);
      return;
    }
    const middle = Math.ceil(items.length / 2);
    await deliver(items.slice(0, middle));
    await deliver(items.slice(middle));
  };

  const deliver = async (items: readonly Outgoing[]): Promise<void> => {
    let left: readonly Outgoing[] = items;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > 1) {
        const shortage = await diskShortage(signal);
        if (shortage !== undefined) return giveUp(left, shortage);
        await pause(attempt - 1, signal);
      }
      signal.throwIfAborted();
      const isLastTry = attempt === MAX_ATTEMPTS;
      const answer = await send(
        left.flatMap(({ action, body }) => [action, body]),
        signal,
      );
      if (answer.kind === 'too_large') return halve(left, answer.reason);
      if (answer.kind === 'unreachable' && isLastTry) throw answer.error;
      if (answer.kind === 'items') left = await settle(left, answer.items, isLastTry);
      if (answer.kind === 'busy') {
        const turnedAway = { status: answer.status, reason: answer.reason };
        left = await settle(
          left,
          left.map(() => turnedAway),
          isLastTry,
        );
      }
    }
  };

  const dispatch = (items: Outgoing[]): void => {
    const delivery = deliver(items)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => inFlight.delete(delivery));
    inFlight.add(delivery);
  };

  const closeBatch = (): void => {
    if (batch.length > 0) full.push(batch);
    batch = [];
    batchLength = 0;
  };

  const ready = async (): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      if (failure !== undefined) {
        await Promise.all(inFlight);
        const { error } = failure;
        closeBatch();
        // They will never be sent, and a reader of a pipe cannot read them again.
        if (error instanceof DiskFull) await giveUp(full.splice(0).flat(), error.message);
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
      // Both are made of letters that need no escape.
      const action = `{"create":{"_index":"${index}","_id":"${id}"}}`;
      const body = JSON.stringify(document);
      batch.push({ index, action, body });
      batchLength += action.length + body.length;
      if (batchLength >= BATCH_LENGTH || batch.length >= BATCH_DOCUMENTS) closeBatch();
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
