import { createOrdinals } from './ordinals';
import { numberedId, recordId } from './document_id';
import type { RawRecord } from '../reading/join_records';
import {
  SPLIT_TAG,
  toDocument,
  type LogDocument,
  type ParseContext,
  type ParseRecord,
  type ParseResult,
} from './log_document';

/** Logs are written from 1970 to 9999; another time is none. */
const EARLIEST = 0;
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** How many records without a time may wait at the beginning of a file for the first one that has. */
const MAX_WAITING = 1000;
const MAX_WAITING_LENGTH = 8 * 1024 * 1024;

/** A document and the id under which it is kept. */
export interface IdentifiedDocument {
  readonly id: string;
  readonly document: LogDocument;
  /** Milliseconds since 1970 UTC where the record says when it happened, else undefined. */
  readonly instant: number | undefined;
}

/** What is the same for all records of one file. */
export interface FileContext extends ParseContext {
  readonly parse: ParseRecord;
  readonly path: string;
  /** The host of records that name none. */
  readonly host: string;
  /** The time (milliseconds since 1970 UTC) of a file in which no record has one. */
  readonly fallbackInstant: number;
}

/** Takes records in the order of the file and gives their documents, in the same order. */
export interface DocumentMaker {
  push(record: RawRecord): IdentifiedDocument[];
  end(): IdentifiedDocument[];
}

interface Waiting {
  readonly record: RawRecord;
  readonly result: ParseResult;
}

/** When a record says that it happened, also one that is not understood beyond that. */
function timeOf({ instant }: ParseResult): number | undefined {
  return instant !== undefined && instant >= EARLIEST && instant <= LATEST ? instant : undefined;
}

/**
 * Makes the documents of one file.
 *
 * A record that cannot be read is kept all the same, with the time of the last record before it that
 * has one; at the beginning of a file, of the first after it; in a file without any, of the file
 * itself. So it gets the same time and id when the same file is read again.
 */
export function createDocumentMaker(context: FileContext): DocumentMaker {
  const ordinalOf = createOrdinals();
  let lastInstant: number | undefined;
  let waiting: Waiting[] = [];
  let waitingLength = 0;

  const make = ({ record, result }: Waiting, borrowedInstant: number): IdentifiedDocument => {
    const ownInstant = timeOf(result);
    const isTimed = ownInstant !== undefined;
    const instant = ownInstant ?? borrowedInstant;
    const host = (isTimed ? result.host : undefined) ?? context.host;
    const document = toDocument(record.text, isTimed ? result : { ok: false, type: result.type }, {
      instant,
      host,
      path: context.path,
      tags: record.split ? [SPLIT_TAG] : [],
    });
    const id = recordId({
      host,
      type: result.type,
      record: record.text,
      ...(isTimed ? {} : { borrowedSecond: Math.floor(instant / 1000) }),
    });
    return {
      id: numberedId(id, ordinalOf(id)),
      document,
      instant: ownInstant,
    };
  };

  const release = (instant: number): IdentifiedDocument[] => {
    lastInstant = instant;
    const documents = waiting.map((entry) => make(entry, instant));
    waiting = [];
    waitingLength = 0;
    return documents;
  };

  return {
    push(record) {
      const result = context.parse(record.text, context);
      const entry = { record, result };
      const instant = timeOf(result);
      if (instant !== undefined) {
        const before = lastInstant === undefined ? release(instant) : [];
        lastInstant = instant;
        return [...before, make(entry, instant)];
      }
      if (lastInstant !== undefined) return [make(entry, lastInstant)];
      waiting.push(entry);
      waitingLength += record.text.length;
      const isFull = waiting.length >= MAX_WAITING || waitingLength >= MAX_WAITING_LENGTH;
      return isFull ? release(context.fallbackInstant) : [];
    },
    end: () => release(lastInstant ?? context.fallbackInstant),
  };
}
