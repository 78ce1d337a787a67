import { dayAt, type Day } from '../../common/time';
import type { LogType } from './documents/log_document';
import type { UnreadableLog } from './reading/unreadable_log';

/** Why a file, or the rest of one, was not read. */
export interface FileError {
  readonly file: string;
  readonly reason: string;
}

/** What an ingestion did. Documents are created, already there, or refused. */
export interface IngestSummary {
  /** Files that were read to their end. */
  readonly files: number;
  /** Bytes read, before decompression. */
  readonly bytes: number;
  /** Lines read, empty ones included. */
  readonly lines: number;
  /** Documents made: one a line that is not empty, one an alert of several lines. */
  readonly documents: number;
  readonly created: number;
  readonly already_there: number;
  readonly refused: number;
  /** Where the refused documents are, one JSON a line; null when none was refused. */
  readonly refused_file: string | null;
  /** Why it ended before all was read, as a phrase; null where all was read. */
  readonly stopped: string | null;
  /** Documents tagged `_parsefailure`: kept, but not understood. */
  readonly parse_failures: number;
  readonly by_type: readonly { readonly type: LogType; readonly documents: number }[];
  /** The days, in the zone given, of the first and the last record that say when they happened. */
  readonly first_day: Day | null;
  readonly last_day: Day | null;
  readonly zone: string;
  readonly errors: readonly FileError[];
  /** What is worth knowing beside: one sentence each. */
  readonly notes: readonly string[];
  readonly took_ms: number;
}

/** What the writing, not the reading, has to say. */
type WritingKey =
  'created' | 'already_there' | 'refused' | 'refused_file' | 'stopped' | 'notes' | 'took_ms';

/** How far an ingestion has come. */
export interface IngestProgress {
  readonly bytes: number;
  /** The size of all files; 0 where it is not known before reading. */
  readonly totalBytes: number;
  readonly lines: number;
  readonly documents: number;
}

/** Counts what goes by while files are read. */
export class IngestTally {
  files = 0;
  bytes = 0;
  lines = 0;
  documents = 0;
  parseFailures = 0;
  readonly errors: FileError[] = [];
  private readonly byType = new Map<LogType, number>();
  private first = Infinity;
  private last = -Infinity;

  countDocument(type: LogType, isParsed: boolean, instant: number | undefined): void {
    this.documents += 1;
    if (!isParsed) this.parseFailures += 1;
    this.byType.set(type, (this.byType.get(type) ?? 0) + 1);
    if (instant === undefined) return;
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
      by_type: [...this.byType].sort().map(([type, documents]) => ({ type, documents })),
      first_day: dayOf(this.first),
      last_day: dayOf(this.last),
      zone,
      errors: this.errors,
    };
  }
}
