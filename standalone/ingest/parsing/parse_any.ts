import type { ParseContext, ParseResult } from '../documents/log_document';
import { isJournalEntry, journalRecord } from '../journal/parse_journal_json';
import { readJson, textAt } from './json_record';
import { isOssecEvent, parseOssecJson } from './parse_ossec_json';
import { parseSyslogOrPostfix, postfixOr } from './parse_postfix';
import { parseSuricata } from './parse_suricata';
import { instantOfIso } from './timestamps';

/** Where JSON of programs says its time. */
const TIME_KEYS = ['@timestamp', 'timestamp', 'time', 'ts', 'date'];

/**
 * Reads a record by what it is itself, whatever stands around it: a line of JSON as an event of
 * Suricata, an alert or an entry of the journal, all else as syslog.
 */
export function parseAny(record: string, context: ParseContext): ParseResult {
  const json = record.startsWith('{') ? readJson(record) : undefined;
  if (json === undefined) return parseSyslogOrPostfix(record, context);
  if (isJournalEntry(json)) return postfixOr(journalRecord(json));
  if (textAt(json, 'event_type') !== undefined) return parseSuricata(record, context);
  if (isOssecEvent(json)) return parseOssecJson(record, context);
  const time = TIME_KEYS.map((key) => textAt(json, key)).find((text) => text !== undefined);
  const instant = time === undefined ? undefined : instantOfIso(time, context);
  return { ok: false, type: 'syslog', ...(instant === undefined ? {} : { instant }) };
}
