import type { ParseContext, ParseResult } from '../documents/log_document';
import { parseRfc3164 } from './parse_rfc3164';
import { parseRfc5424 } from './parse_rfc5424';

const RFC_5424_START = /^(?:<\d{1,3}>)?1 \d/;

/** Reads a syslog line, in the format of RFC 5424 or RFC 3164. */
export function parseSyslog(line: string, context: ParseContext): ParseResult {
  return RFC_5424_START.test(line) ? parseRfc5424(line, context) : parseRfc3164(line, context);
}
