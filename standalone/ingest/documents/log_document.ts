/** The log types of the talk: the value of a document's `type`. */
export const LOG_TYPES = ['syslog', 'ossec', 'suricata', 'postfix'] as const;
export type LogType = (typeof LOG_TYPES)[number];

/** Marks a record that could not be read; its raw text stands in `message` all the same. */
export const PARSE_FAILURE_TAG = '_parsefailure';
/** Marks the pieces of a record that was too long to be kept in one document. */
export const SPLIT_TAG = '_splitrecord';
/** Marks a record at the end of a file that no line break ends: the rest may not be written yet. */
export const UNFINISHED_TAG = '_unfinished';

/** What a syslog line says about itself; Postfix lines have the same fields. */
export interface SyslogFields {
  readonly program?: string;
  readonly pid?: string;
  readonly syslog_severity: string;
  readonly syslog_severity_code: number;
  readonly syslog_facility: string;
  readonly syslog_facility_code: number;
}

/** What an alert of OSSEC or Wazuh says about itself. */
export interface OssecFields {
  readonly rule_number: number;
  readonly rule_level: number;
}

/** What an event of Suricata says about itself. */
export interface SuricataFields {
  readonly event_type: string;
  readonly alert?: { readonly signature_id: number; readonly signature?: string };
  readonly src_ip?: string;
  readonly dest_ip?: string;
}

export type LogFields = SyslogFields | OssecFields | SuricataFields;

/** A document as the talk's Logstash wrote it; `message` is the raw record, untouched. */
export type LogDocument = {
  readonly '@timestamp': string;
  readonly '@version': '1';
  readonly host: string;
  readonly type: LogType;
  readonly message: string;
  readonly path: string;
  readonly tags: readonly string[];
} & Partial<SyslogFields & OssecFields & SuricataFields>;

/** What a record was read as; `docs/formats.md` says of each what is read from it. */
export type RecordFormat =
  | 'syslog'
  | 'syslog with ISO time'
  | 'syslog RFC 5424'
  | 'syslog with Suricata event'
  | 'key=value of a firewall'
  | 'journal JSON'
  | 'journal export'
  | 'OSSEC or Wazuh JSON'
  | 'OSSEC or Wazuh log'
  | 'Suricata eve.json';

/** A record that was read: when it happened (milliseconds since 1970 UTC), where, and the rest. */
export interface ParsedRecord {
  readonly ok: true;
  readonly format: RecordFormat;
  readonly instant: number;
  /** Whether the record names no year, so that the file's time decided it. */
  readonly isYearGuessed?: boolean;
  /** Undefined where the record does not name its host. */
  readonly host: string | undefined;
  readonly type: LogType;
  readonly fields: LogFields;
  /** The record's own number, where it is written in several ways: an alert of OSSEC or Wazuh. */
  readonly number?: string;
}

/** A record that could not be read; a value, since it is kept and counted and nothing stops. */
export interface ParseFailure {
  readonly ok: false;
  readonly type: LogType;
  /** When it happened, where the record says that much. */
  readonly instant?: number;
  /** Whether the record names no year, so that the file's time decided it. */
  readonly isYearGuessed?: boolean;
  /** Where it happened, where the record says that much. */
  readonly host?: string;
}

export type ParseResult = ParsedRecord | ParseFailure;

/** What a parser must know beyond the record: how to read a local time without zone or year. */
export interface ParseContext {
  /** The instant (milliseconds since 1970 UTC) of a wall-clock time given as if it were UTC. */
  readonly localToUtc: (wallClock: number) => number;
  /** The year of times that have none; undefined: the latest that does not lie in the future. */
  readonly year: number | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** One parser a format: a pure function of the raw record. */
export type ParseRecord = (record: string, context: ParseContext) => ParseResult;

/** Where a document comes from and when it happened, whatever its record says. */
export interface DocumentOrigin {
  readonly instant: number;
  readonly host: string;
  readonly path: string;
  readonly tags: readonly string[];
}

/** The last second that was written, and how; neighbors in a log often share theirs. */
let lastSecond = { second: NaN, text: '' };

/** An instant in ISO 8601, in UTC, with milliseconds. */
function timestampOf(instant: number): string {
  const second = Math.floor(instant / 1000);
  if (second !== lastSecond.second) {
    lastSecond = { second, text: new Date(second * 1000).toISOString().slice(0, -4) };
  }
  return `${lastSecond.text}${String(instant - second * 1000).padStart(3, '0')}Z`;
}

/** Puts a record, read or not, into the talk's shape. */
export function toDocument(
  record: string,
  result: ParseResult,
  { instant, host, path, tags }: DocumentOrigin,
): LogDocument {
  const document = {
    '@timestamp': timestampOf(instant),
    '@version': '1' as const,
    host,
    type: result.type,
    message: record,
    path,
    tags: result.ok ? tags : [...tags, PARSE_FAILURE_TAG],
  };
  // In two steps: what is spread into a new object after others is copied slowly.
  return result.ok ? Object.assign(document, result.fields) : document;
}
