import type { ParseContext, ParseResult } from '../documents/log_document';
import { isJournalEntry, journalRecord } from '../journal/parse_journal_json';
import { numberAt, readJson, recordAt, textAt, type JsonRecord } from './json_record';
import { isOssecEvent, parseOssecJson } from './parse_ossec_json';
import { parseSyslogOrPostfix, postfixOr } from './parse_postfix';
import { parseSuricata } from './parse_suricata';
import { instantOfIso } from './timestamps';

/** Keys with the time in the JSON of programs; `EventTime` is from NXLog, `t` from MongoDB. */
const TIME_KEYS = ['@timestamp', 'timestamp', 'time', 'ts', 'date', 'EventTime', 't'];
/** From here on a number is in milliseconds. In seconds it would be a time after the year 5000. */
const FIRST_MILLISECONDS = 1e11;

function timeAt(json: JsonRecord, key: string, context: ParseContext): number | undefined {
  const number = numberAt(json, key);
  if (number !== undefined) return Math.floor(number < FIRST_MILLISECONDS ? number * 1000 : number);
  const text = textAt(json, key) ?? textAt(recordAt(json, key) ?? {}, '$date');
  return text === undefined ? undefined : instantOfIso(text, context);
}

/**
 * Parses a record by its own format, whatever is around it: a line of JSON as an event of Suricata,
 * an alert or an entry of the journal, anything else as syslog.
 */
export function parseAny(record: string, context: ParseContext): ParseResult {
  const json = record.startsWith('{') ? readJson(record) : undefined;
  if (json === undefined) return parseSyslogOrPostfix(record, context);
  if (isJournalEntry(json)) return postfixOr(journalRecord(json));
  if (textAt(json, 'event_type') !== undefined) return parseSuricata(record, context);
  if (isOssecEvent(json)) return parseOssecJson(record, context);
  const instant = TIME_KEYS.map((key) => timeAt(json, key, context)).find(
    (time) => time !== undefined,
  );
  return { ok: false, type: 'syslog', ...(instant === undefined ? {} : { instant }) };
}
