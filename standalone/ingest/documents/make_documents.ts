import { createOrdinals } from './ordinals';
import { numberedId, ownNumberId, recordId } from './document_id';
import { indexName, UNDATED_INDEX } from './index_name';
import type { RawRecord } from '../reading/join_records';
import {
  SPLIT_TAG,
  UNFINISHED_TAG,
  toDocument,
  type LogDocument,
  type ParseContext,
  type RecordFormat,
  type ParseRecord,
  type ParseResult,
} from './log_document';

/** Logs are from 1970 to 9999. Another time is invalid. */
const EARLIEST = 0;
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * How many records without a time may wait at the beginning of a file for the first one that has
 * one.
 */
const MAX_WAITING = 1000;
const MAX_WAITING_LENGTH = 8 * 1024 * 1024;

/** A document and its id. */
export interface IdentifiedDocument {
  readonly id: string;
  readonly document: LogDocument;
  /** Milliseconds since 1970 UTC if the record says when it happened, else undefined. */
  readonly instant: number | undefined;
  readonly index: string;
  /** The format that the record was parsed as; undefined if it was not understood. */
  readonly format: RecordFormat | undefined;
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

/** Takes records in the order of the file and returns their documents, in the same order. */
export interface DocumentMaker {
  /** @param result the parsed record, if it is already known */
  push(record: RawRecord, result?: ParseResult): IdentifiedDocument[];
  end(): IdentifiedDocument[];
}

interface Waiting {
  readonly record: RawRecord;
  readonly result: ParseResult;
}

/** When a record says that it happened, even one that is otherwise not understood. */
function timeOf({ instant }: ParseResult): number | undefined {
  return instant !== undefined && instant >= EARLIEST && instant <= LATEST ? instant : undefined;
}

const NO_TAGS: readonly string[] = [];

/** A parsable JSON object is complete, whether or not a line break follows. */
function tagsOf({ record, result }: Waiting): readonly string[] {
  if (!record.split && record.unfinished !== true) return NO_TAGS;
  const isWhole = record.unfinished !== true || (result.ok && record.text.startsWith('{'));
  return [...(record.split ? [SPLIT_TAG] : []), ...(isWhole ? [] : [UNFINISHED_TAG])];
}

/**
 * Makes the documents of one file.
 *
 * A record that cannot be parsed is still kept, at the time that it states. One without a time gets
 * that of the last record before it that has one; at the beginning of a file, of the first after
 * it; in a file without any, of the file itself. The latter two change with the file, so neither id
 * nor index depends on them: read again, the same record is the same document.
 */
export function createDocumentMaker(context: FileContext): DocumentMaker {
  const ordinalOf = createOrdinals();
  let lastInstant: number | undefined;
  /** Whether the last time comes from a record. */
  let hasOwn = false;
  let waiting: Waiting[] = [];
  let waitingLength = 0;

  const idOf = ({ record, result }: Waiting, host: string, borrowed: number | undefined) => {
    if (result.ok && result.number !== undefined && 'rule_number' in result.fields) {
      return ownNumberId(result.type, result.fields.rule_number, result.number);
    }
    const borrowedSecond = borrowed === undefined ? undefined : Math.floor(borrowed / 1000);
    const id = recordId({ host, type: result.type, record: record.text, borrowedSecond });
    return numberedId(id, ordinalOf(id));
  };

  const make = (
    entry: Waiting,
    borrowedInstant: number,
    isFromBefore: boolean,
  ): IdentifiedDocument => {
    const { record, result } = entry;
    const ownInstant = timeOf(result);
    const isTimed = ownInstant !== undefined;
    const instant = ownInstant ?? borrowedInstant;
    const host = (isTimed ? result.host : undefined) ?? context.host;
    const document = toDocument(record.text, isTimed ? result : { ok: false, type: result.type }, {
      instant,
      host,
      path: context.path,
      tags: tagsOf(entry),
    });
    const isDated = isTimed || isFromBefore;
    return {
      id: idOf(entry, host, !isTimed && isFromBefore ? instant : undefined),
      document,
      instant: ownInstant,
      index: isDated ? indexName(document['@timestamp']) : UNDATED_INDEX,
      format: isTimed && result.ok ? result.format : undefined,
    };
  };

  const release = (instant: number): IdentifiedDocument[] => {
    const documents = waiting.map((entry) => make(entry, instant, false));
    waiting = [];
    waitingLength = 0;
    return documents;
  };

  return {
    push(record, result = context.parse(record.text, context)) {
      const entry = { record, result };
      const instant = timeOf(result);
      if (instant !== undefined) {
        const documents = lastInstant === undefined ? release(instant) : [];
        lastInstant = instant;
        hasOwn = true;
        documents.push(make(entry, instant, true));
        return documents;
      }
      if (lastInstant !== undefined) return [make(entry, lastInstant, hasOwn)];
      waiting.push(entry);
      waitingLength += record.text.length;
      const isFull = waiting.length >= MAX_WAITING || waitingLength >= MAX_WAITING_LENGTH;
      if (!isFull) return [];
      lastInstant = context.fallbackInstant;
      return release(lastInstant);
    },
    end: () => release(lastInstant ?? context.fallbackInstant),
  };
}
