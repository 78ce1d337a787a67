import type { ParseContext, ParseResult } from '../documents/log_document';
import { hostOfLocation, parseOssecJson } from './parse_ossec_json';

/** The first line of an alert; its number is seconds since 1970 and a place in OSSEC's file. */
const ALERT_LINE = /^\*\* Alert (\d{1,12})(\.\d{1,20}):/;
/** The second line: local time (not needed, the first has it) and the place it comes from. */
const LOCATION_LINE = /^\d{4} \w{3} +\d{1,2} \d\d:\d\d:\d\d (.+)$/m;
const RULE_LINE = /^Rule: (\d{1,15}) \(level (\d{1,3})\)/m;

/** Whether a line begins an alert of `alerts.log`. */
export function beginsOssecAlert(line: string): boolean {
  return ALERT_LINE.test(line);
}

/** Reads an alert of OSSEC's `alerts.log`: several lines, joined by line breaks. */
export function parseOssecLog(alert: string): ParseResult {
  const [, seconds, place] = ALERT_LINE.exec(alert) ?? [];
  const [, ruleNumber, level] = RULE_LINE.exec(alert) ?? [];
  if (
    seconds === undefined ||
    place === undefined ||
    ruleNumber === undefined ||
    level === undefined
  ) {
    return { ok: false, type: 'ossec' };
  }
  return {
    ok: true,
    type: 'ossec',
    format: 'OSSEC or Wazuh log',
    instant: Number(seconds) * 1000,
    host: hostOfLocation(LOCATION_LINE.exec(alert)?.[1] ?? ''),
    fields: { rule_number: Number(ruleNumber), rule_level: Number(level) },
    number: seconds + place,
  };
}

/** Parses an alert of OSSEC or Wazuh in either of its two formats. */
export function parseOssec(record: string, context: ParseContext): ParseResult {
  return record.startsWith('{') ? parseOssecJson(record, context) : parseOssecLog(record);
}
