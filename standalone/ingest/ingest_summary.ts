import { dayAt, type Day } from '../../common/time';
import { SPLIT_TAG, type LogType, type RecordFormat } from './documents/log_document';
import type { IdentifiedDocument } from './documents/make_documents';
import { NotUnderstoodTally, type NotUnderstood } from './not_understood';
import type { UnreadableLog } from './reading/unreadable_log';

/** Why a file, or the rest of one, was not read. */
export interface FileError {
  readonly file: string;
  readonly reason: string;
}

/** The result of an ingestion. Documents are created, already there, or refused. */
export interface IngestSummary {
  /** Files that were read to their end. */
  readonly files: number;
  /** Bytes read, before decompression. */
  readonly bytes: number;
  /** Lines read, including empty ones. */
  readonly lines: number;
  /** Documents made: one for each non-empty line, and one for each alert of several lines. */
  readonly documents: number;
  readonly created: number;
  readonly already_there: number;
  /**
   * How many of those already there are in an index that this ingestion made: it read them twice.
   */
  readonly read_twice: number;
  readonly refused: number;
  /** Where the refused documents are, one JSON a line; null if none was refused. */
  readonly refused_file: string | null;
  /** Why it ended before everything was read, as a phrase; null if everything was read. */
  readonly stopped: string | null;
  /** Documents tagged `_parsefailure`: kept, but not understood. */
  readonly parse_failures: number;
  /** Pieces of lines that are too long for one document, tagged `_splitrecord`. */
  readonly split: number;
  /** Records that are not understood: an example of each kind, the most frequent first. */
  readonly not_understood: readonly NotUnderstood[];
  /** Documents that were understood, by the type of their log. */
  readonly by_type: readonly { readonly type: LogType; readonly documents: number }[];
  /** The formats of the documents, the most frequent first; without those not understood. */
  readonly by_format: readonly { readonly format: RecordFormat; readonly documents: number }[];
  /** Files in folders that are not logs: binary, compressed in an unknown way, checksums. */
  readonly passed_over: readonly string[];
  /** The days, in the given zone, of the first and the last record that say when they happened. */
  readonly first_day: Day | null;
  readonly last_day: Day | null;
  /** The days that have events which a preset counts, in order. */
  readonly days: readonly Day[];
  readonly zone: string;
  readonly errors: readonly FileError[];
  /** Additional facts worth knowing, one sentence each. */
  readonly notes: readonly string[];
  readonly took_ms: number;
}

/** The facts that come from writing, not from reading. */
type WritingKey =
  | 'created'
  | 'already_there'
  | 'read_twice'
  | 'refused'
  | 'refused_file'
  | 'stopped'
  | 'notes'
  | 'took_ms';

/** The progress of an ingestion. */
export interface IngestProgress {
  readonly bytes: number;
  /** The size of all files; 0 if it is not known before reading. */
  readonly totalBytes: number;
  readonly lines: number;
  readonly documents: number;
}

/** Zones differ by quarters of an hour, so that each quarter is within one day. */
const QUARTER_MS = 900_000;
/** Some thirty years of quarters in which something happened. */
const MAX_QUARTERS = 1_000_000;

function daysOf(quarters: ReadonlySet<number>, zone: string): Day[] {
  return [...new Set([...quarters].map((quarter) => dayAt(quarter * QUARTER_MS, zone)))].sort();
}

/** Counts records while files are read. */
export class IngestTally {
  files = 0;
  bytes = 0;
  lines = 0;
  documents = 0;
  parseFailures = 0;
  split = 0;
  readonly errors: FileError[] = [];
  readonly passedOver: string[] = [];
  private readonly notUnderstood = new NotUnderstoodTally();
  private readonly byFormat = new Map<RecordFormat, number>();
  private readonly quarters = new Set<number>();
  private readonly byType = new Map<LogType, number>();
  private first = Infinity;
  private last = -Infinity;

  countDocument({ document, instant, format }: IdentifiedDocument): void {
    const { type, message, path, tags } = document;
    this.documents += 1;
    if (tags.length > 0 && tags.includes(SPLIT_TAG)) this.split += 1;
    if (format === undefined) {
      this.parseFailures += 1;
      this.notUnderstood.count(message, path);
      return;
    }
    this.byType.set(type, (this.byType.get(type) ?? 0) + 1);
    this.byFormat.set(format, (this.byFormat.get(format) ?? 0) + 1);
    if (instant === undefined) return;
    const isCounted = type !== 'suricata' || document.event_type === 'alert';
    if (isCounted && this.quarters.size < MAX_QUARTERS)
      this.quarters.add(Math.floor(instant / QUARTER_MS));
    this.first = Math.min(this.first, instant);
    this.last = Math.max(this.last, instant);
  }

  countError({ file, reason }: UnreadableLog): void {
    this.errors.push({ file, reason });
  }

  /** What was counted, with the days in a zone. */
  summarize(zone: string): Omit<IngestSummary, WritingKey> {
    const dayOf = (instant: number): Day | null =>
      Number.isFinite(instant) ? dayAt(instant, zone) : null;
    return {
      files: this.files,
      bytes: this.bytes,
      lines: this.lines,
      documents: this.documents,
      parse_failures: this.parseFailures,
      split: this.split,
      not_understood: this.notUnderstood.summarize(),
      by_format: [...this.byFormat]
        .sort((a, b) => b[1] - a[1])
        .map(([format, documents]) => ({ format, documents })),
      passed_over: this.passedOver,
      days: daysOf(this.quarters, zone),
      by_type: [...this.byType].sort().map(([type, documents]) => ({ type, documents })),
      first_day: dayOf(this.first),
      last_day: dayOf(this.last),
      zone,
      errors: this.errors,
    };
  }
}
