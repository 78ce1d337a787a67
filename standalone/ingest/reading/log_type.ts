import type { LogType, ParseRecord } from '../documents/log_document';
import { readJson, recordAt, textAt } from '../parsing/json_record';
import { beginsOssecAlert, parseOssec } from '../parsing/parse_ossec_log';
import { beginsJournalExport } from '../journal/parse_journal_export';
import { parseAny } from '../parsing/parse_any';
import { parsePostfix } from '../parsing/parse_postfix';
import { parseSuricata } from '../parsing/parse_suricata';
import { parseSyslog } from '../parsing/parse_syslog';

/** The types that a user may request: a type for every record, or detection by content. */
export type AskedType = LogType | 'auto';

/** How the records of one file are joined and parsed. */
export interface RecordFormat {
  /** If records take several lines: whether a line begins one. */
  readonly begins: ((line: string) => boolean) | undefined;
  readonly parse: ParseRecord;
}

const FORMATS: ReadonlyMap<AskedType, RecordFormat> = new Map([
  ['auto', { begins: undefined, parse: parseAny }],
  ['syslog', { begins: undefined, parse: parseSyslog }],
  ['postfix', { begins: undefined, parse: parsePostfix }],
  ['ossec', { begins: beginsOssecAlert, parse: parseOssec }],
  ['suricata', { begins: undefined, parse: parseSuricata }],
]);

/** A line of JSON that is longer than the examined beginning is recognized by its keys. */
const SURICATA_KEY = /"event_type"\s*:\s*"/;
const OSSEC_KEY = /"rule"\s*:\s*\{/;

function typeOfJson(line: string): 'suricata' | 'ossec' | undefined {
  const event = readJson(line);
  if (event === undefined) {
    if (SURICATA_KEY.test(line)) return 'suricata';
    return OSSEC_KEY.test(line) ? 'ossec' : undefined;
  }
  if (textAt(event, 'event_type') !== undefined) return 'suricata';
  return recordAt(event, 'rule') === undefined ? undefined : 'ossec';
}

/**
 * The type of a file by its first lines: the first line that is an alert of OSSEC or Wazuh, or an
 * event of Suricata, decides. Anything else is syslog, in which each line of Postfix is recognized
 * by its program (`auto`).
 */
export function detectType(firstLines: readonly string[]): 'suricata' | 'ossec' | 'auto' {
  for (const line of firstLines) {
    if (beginsOssecAlert(line)) return 'ossec';
    const type = line.startsWith('{') ? typeOfJson(line) : undefined;
    if (type !== undefined) return type;
  }
  return 'auto';
}

/** How to read a file, given the type that the user requested and the file's first lines. */
export function formatOf(asked: AskedType, firstLines: readonly string[]): RecordFormat {
  const type = asked === 'auto' ? detectType(firstLines) : asked;
  const format = FORMATS.get(type);
  if (format === undefined) throw new RangeError(`no log type is named "${type}"`);
  const isExport = format.begins === undefined && firstLines.some(beginsJournalExport);
  return isExport ? { ...format, begins: beginsJournalExport } : format;
}
