import { appendAll } from '../../../common/lists';
import { createRecordJoiner, type RawRecord } from './join_records';
import type { LogFile } from './list_log_files';
import type { ParseContext } from '../documents/log_document';
import { formatOf, type AskedType } from './log_type';
import { looksBinary } from './looks_binary';
import {
  createDocumentMaker,
  type DocumentMaker,
  type IdentifiedDocument,
} from '../documents/make_documents';
import { createYearSettler, type KnownDocuments } from '../documents/settle_years';
import { createExportSplitter, isJournalExport } from '../journal/split_export';
import { decodeUtf16, utf16Of } from './decode_utf16';
import { hasMagic, hasNoTime, NotALog, notALog } from './not_a_log';
import { createHoleFiller, withoutLeadingNuls } from './nul_runs';
import { peekBytes, readLog, type PeekedBytes } from './read_log';
import { createLineSplitter, lineEndOf, type Line } from './split_lines';
import { UnreadableLog } from './unreadable_log';

const PEEK_BYTES = 64 * 1024;
const PEEK_LINES = 20;
/** How many lines are converted into documents before the caller gets them. */
const LINES_AT_ONCE = 500;

/** How to read the records of a file, and the callback for progress. */
export interface ReadOptions extends ParseContext {
  readonly type: AskedType;
  /** The host of records that name none. */
  readonly host: string;
  readonly onBytes: (count: number) => void;
  readonly onLines: (count: number) => void;
  /** What was ingested before. It decides the years of records without one. */
  readonly known?: KnownDocuments;
}

function firstLinesOf(head: Buffer): string[] {
  return head.toString('utf8').split(/\r?\n/, PEEK_LINES);
}

function makerOf(file: LogFile, head: Buffer, options: ReadOptions) {
  const { begins, parse } = formatOf(options.type, firstLinesOf(head));
  const context = { ...options, parse, now: latestTime(file, options.now) };
  const maker: DocumentMaker = createDocumentMaker({
    ...context,
    path: file.path,
    fallbackInstant: Math.floor(file.modified ?? options.now),
  });
  const { known, year } = options;
  const settleYears =
    year === undefined && known !== undefined
      ? createYearSettler({ ...context, latest: options.now }, known)
      : undefined;
  const joiner = createRecordJoiner(begins);

  const make = async (
    records: readonly RawRecord[],
    signal: AbortSignal,
  ): Promise<IdentifiedDocument[]> => {
    const parsed = records.map((record) => ({ record, result: parse(record.text, context) }));
    const dated = settleYears === undefined ? parsed : await settleYears(parsed, signal);
    const documents: IdentifiedDocument[] = [];
    for (const { record, result } of dated) appendAll(documents, maker.push(record, result));
    return documents;
  };
  return {
    take(lines: readonly Line[], signal: AbortSignal): Promise<IdentifiedDocument[]> {
      options.onLines(lines.length);
      const records: RawRecord[] = [];
      for (const line of lines) {
        const record = joiner.push(line);
        if (record !== undefined) records.push(record);
      }
      return make(records, signal);
    },
    /**
     * At the end of a complete file, the last record is complete too. In a cut one it may not be.
     */
    async end(isWhole: boolean, signal: AbortSignal): Promise<IdentifiedDocument[]> {
      const last = joiner.end(isWhole);
      const documents = await make(last === undefined ? [] : [last], signal);
      return [...documents, ...maker.end()];
    },
  };
}

/** The text of a file, in UTF-8. */
async function readText(
  file: LogFile,
  onBytes: (count: number) => void,
  signal: AbortSignal,
): Promise<PeekedBytes> {
  const source = withoutLeadingNuls(readLog(file.location, onBytes, signal));
  const peeked = await peekBytes(source, PEEK_BYTES);
  const utf16 = utf16Of(peeked.head);
  if (utf16 !== undefined) return peekBytes(decodeUtf16(peeked.chunks, utf16), PEEK_BYTES);
  if (isJournalExport(peeked.head)) return peeked;
  if (hasMagic(peeked.head) || looksBinary(peeked.head)) throw notALog(file.path, peeked.head);
  return peeked;
}

/** A file whose time is before the age of computers has none: archives often say 1970 or 1980. */
const EARLIEST_MODIFIED = Date.UTC(1980, 0, 2);

/** No line is later than the last write to the file. This decides the year of times without one. */
function latestTime({ modified }: LogFile, now: number): number {
  return modified === undefined || modified < EARLIEST_MODIFIED ? now : Math.min(now, modified);
}

/**
 * Reads a log file as a stream and returns its documents, some hundred at a time, in constant
 * memory. If the file cannot be read further, the documents of all complete records before that
 * come first.
 *
 * @throws UnreadableLog if the file, or the rest of it, cannot be read
 */
export async function* readDocuments(
  file: LogFile,
  options: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<IdentifiedDocument[]> {
  const { head, chunks } = await readText(file, options.onBytes, signal);
  if (!file.isNamed && hasNoTime(file.path, head)) throw new NotALog(file.path, 'it has no times');
  const isExport = isJournalExport(head);
  // The lengths in an export contain NUL bytes, which are not holes.
  const fillHoles = isExport ? (chunk: Buffer): Buffer => chunk : createHoleFiller();
  const splitter = isExport ? createExportSplitter() : createLineSplitter(lineEndOf(head));
  const maker = makerOf(file, head, options);
  try {
    for await (const chunk of chunks) {
      const lines = splitter.push(fillHoles(chunk));
      for (let start = 0; start < lines.length; start += LINES_AT_ONCE) {
        signal.throwIfAborted();
        yield await maker.take(lines.slice(start, start + LINES_AT_ONCE), signal);
      }
    }
  } catch (error) {
    if (error instanceof UnreadableLog) yield await maker.end(false, signal);
    throw error;
  }
  yield await maker.take(splitter.end(), signal);
  yield await maker.end(true, signal);
}
