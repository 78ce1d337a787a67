/** The log types of the talk: the value of a document's `type`. */
export const LOG_TYPES = ['syslog', 'ossec', 'suricata', 'postfix'] as const;
export type LogType = (typeof LOG_TYPES)[number];

/** Marks a record that could not be parsed. Its raw text is still in `message`. */
export const PARSE_FAILURE_TAG = '_parsefailure';
/** Marks the pieces of a record that was too long to be kept in one document. */
export const SPLIT_TAG = '_splitrecord';
/** Marks a record at the end of a file without a line break: the rest may not be written yet. */
export const UNFINISHED_TAG = '_unfinished';

/** The fields of a syslog line. Postfix lines have the same. */
export interface SyslogFields {
  readonly program?: string;
  readonly pid?: string;
  readonly syslog_severity: string;
  readonly syslog_severity_code: number;
  readonly syslog_facility: string;
  readonly syslog_facility_code: number;
}

/** The fields of an alert of OSSEC or Wazuh. */
export interface OssecFields {
  readonly rule_number: number;
  readonly rule_level: number;
}

/** The fields of an event of Suricata. */
export interface SuricataFields {
  readonly event_type: string;
  readonly alert?: { readonly signature_id: number; readonly signature?: string };
  readonly src_ip?: string;
  readonly dest_ip?: string;
}

export type LogFields = SyslogFields | OssecFields | SuricataFields;

/** A document in the format of the talk's Logstash; `message` is the unchanged raw record. */
export type LogDocument = {
  readonly '@timestamp': string;
  readonly '@version': '1';
  readonly host: string;
  readonly type: LogType;
  readonly message: string;
  readonly path: string;
  readonly tags: readonly string[];
} & Partial<SyslogFields & OssecFields & SuricataFields>;

/** The format that a record was parsed as. `docs/formats.md` says what is read from each. */
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

/**
 * A record that was parsed: when it happened (milliseconds since 1970 UTC), where, and the rest.
 */
export interface ParsedRecord {
  readonly ok: true;
  readonly format: RecordFormat;
  readonly instant: number;
  /** Whether the record has no year, so that the file's time decided it. */
  readonly isYearGuessed?: boolean;
  /** Undefined if the record does not name its host. */
  readonly host: string | undefined;
  readonly type: LogType;
  readonly fields: LogFields;
  /** The record's own number, if it can have several formats: an alert of OSSEC or Wazuh. */
  readonly number?: string;
}

/**
 * A record that could not be parsed. It is a value, since it is kept and counted and is not an error.
 */
export interface ParseFailure {
  readonly ok: false;
  readonly type: LogType;
  /** When it happened, if the record says so. */
  readonly instant?: number;
  /** Whether the record has no year, so that the file's time decided it. */
  readonly isYearGuessed?: boolean;
  /** Where it happened, if the record says so. */
  readonly host?: string;
}

export type ParseResult = ParsedRecord | ParseFailure;

/**
 * What a parser must know in addition to the record: how to read a local time without zone or year.
 */
export interface ParseContext {
  /** The instant (milliseconds since 1970 UTC) of a wall-clock time given as if it were UTC. */
  readonly localToUtc: (wallClock: number) => number;
  /** The year of times that have none; undefined: the latest that is not in the future. */
  readonly year: number | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** The type of a parser: a pure function of the raw record. */
export type ParseRecord = (record: string, context: ParseContext) => ParseResult;

/** The origin and time of a document, whatever its record says. */
export interface DocumentOrigin {
  readonly instant: number;
  readonly host: string;
  readonly path: string;
  readonly tags: readonly string[];
}

/** The last minute and its text: adjacent records of a log often share it. */
let lastMinute = { minute: NaN, text: '' };
const MS_PER_MINUTE = 60_000;
/** A minute in ISO 8601 is cut off before its seconds: `00.000Z`. */
const SECONDS_LENGTH = 7;
/** The whole seconds of a minute. Most times have no fraction. */
const WHOLE_SECONDS = Array.from({ length: 60 }, (_, at) => `${String(at).padStart(2, '0')}.000Z`);

function secondsOf(milliseconds: number): string {
  const whole = WHOLE_SECONDS[milliseconds / 1000];
  if (whole !== undefined) return whole;
  const digits = String(milliseconds).padStart(5, '0');
  return `${digits.slice(0, 2)}.${digits.slice(2)}Z`;
}

/** An instant in ISO 8601, in UTC, with milliseconds. */
function timestampOf(instant: number): string {
  const minute = Math.floor(instant / MS_PER_MINUTE);
  const start = minute * MS_PER_MINUTE;
  if (minute !== lastMinute.minute) {
    lastMinute = { minute, text: new Date(start).toISOString().slice(0, -SECONDS_LENGTH) };
  }
  return lastMinute.text + secondsOf(instant - start);
}

/** Converts a record, parsed or not, into the talk's format. */
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
