import type { ParseContext, ParseResult } from '../documents/log_document';
import { ownTime } from '../header/own_time';
import { parseHeader } from '../header/parse_header';
import { parseJournalExport, beginsJournalExport } from '../journal/parse_journal_export';
import { parseJournalJson } from '../journal/parse_journal_json';
import { beginsKeyValues, parseKeyValues } from './parse_key_values';
import { parseRfc5424 } from './parse_rfc5424';
import { parseSuricata } from './parse_suricata';

/**
 * The octet count of RFC 6587 and the priority. Cisco ISE puts a space after it; Meraki a version
 * like RFC 5424, followed by seconds.
 */
const FRAMING =
  /(?: {1,8}(?=<\d))?(?:\d{1,7} (?=<\d))?(?:<(\d{1,3})> {0,2}(?:1 (?=\d{9,10}\.\d))?)?/y;
const RFC_5424_START = /1 (?=\d{4}-)/y;
const MAX_PRIORITY = 191;
/** Events of Suricata sent through syslog, with or without the mark for JSON. */
const EVENT = /:? {0,2}(?:@cee: ?)?(?=\{")/y;

function unread(line: string, from: number, context: ParseContext): ParseResult {
  const time = ownTime(line, from, context);
  if (time === undefined) return { ok: false, type: 'syslog' };
  const { instant, hasYear } = time;
  return { ok: false, type: 'syslog', instant, isYearGuessed: !hasYear };
}

/** The event of Suricata in a line of syslog; undefined if it has none. */
function eventIn(
  line: string,
  textStart: number,
  host: string | undefined,
  context: ParseContext,
): ParseResult | undefined {
  EVENT.lastIndex = textStart;
  if (!EVENT.test(line)) return undefined;
  const event = parseSuricata(line.slice(EVENT.lastIndex), context);
  if (!event.ok) return undefined;
  return { ...event, format: 'syslog with Suricata event', host: event.host ?? host };
}

function readHeader(
  line: string,
  from: number,
  priority: number | undefined,
  context: ParseContext,
): ParseResult {
  const header = parseHeader(line, from, priority, context);
  if (header === undefined) return unread(line, from, context);
  const { record, textStart } = header;
  // Hardly any line has a brace here, so the check costs nothing.
  const brace = line.indexOf('{"', textStart);
  if (brace === -1 || brace > textStart + 10) return record;
  return eventIn(line, textStart, record.host, context) ?? record;
}

/**
 * Parses a syslog record: RFC 5424, RFC 3164 and the many variants that programs make of it, pairs
 * of key and value as firewalls write them, and the journal's entries as JSON or export. An event
 * of Suricata inside is parsed as one. If a record has several lines, the first has the header.
 *
 * A record that is not understood keeps the time that it states, if it does.
 */
export function parseSyslog(record: string, context: ParseContext): ParseResult {
  if (record.startsWith('{')) return parseJournalJson(record);
  if (beginsJournalExport(record)) return parseJournalExport(record);
  const end = record.indexOf('\n');
  const line = end === -1 ? record : record.slice(0, end);
  FRAMING.lastIndex = 0;
  const written = FRAMING.exec(line)?.[1];
  const from = FRAMING.lastIndex;
  const priority = written === undefined ? undefined : Number(written);
  if (priority !== undefined && priority > MAX_PRIORITY) return unread(line, from, context);
  RFC_5424_START.lastIndex = from;
  if (RFC_5424_START.test(line)) {
    const time = RFC_5424_START.lastIndex;
    return parseRfc5424(line, from, priority, context) ?? readHeader(line, time, priority, context);
  }
  if (beginsKeyValues(line, from)) return parseKeyValues(line, from, priority, context);
  return readHeader(line, from, priority, context);
}
