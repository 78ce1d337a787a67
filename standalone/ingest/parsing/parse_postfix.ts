import type { ParseContext, ParsedRecord, ParseResult } from '../documents/log_document';
import { parseSyslog } from './parse_syslog';

/**
 * `postfix/smtpd`, `postfix/submission/smtpd`, `postfix-out/smtp`: the daemon comes last. `postfix`
 * alone is what rsyslog leaves of it as the APP-NAME of RFC 5424.
 */
const POSTFIX_PROGRAM = /^postfix[^/]*\/(?:.*\/)?([^/]+)$/;
const CUT_PROGRAM = 'postfix';

function asPostfix(parsed: ParsedRecord): ParsedRecord | undefined {
  if (!('program' in parsed.fields)) return undefined;
  const program = parsed.fields.program ?? '';
  const daemon = program === CUT_PROGRAM ? program : POSTFIX_PROGRAM.exec(program)?.[1];
  if (daemon === undefined) return undefined;
  return { ...parsed, type: 'postfix', fields: { ...parsed.fields, program: daemon } };
}

/**
 * Parses a line of a mail log as one of Postfix: `program` is the daemon, without `postfix/`. Other
 * programs in the same file keep their names.
 */
export function parsePostfix(line: string, context: ParseContext): ParseResult {
  const result = parseSyslog(line, context);
  if (!result.ok) return { ...result, type: 'postfix' };
  return asPostfix(result) ?? { ...result, type: 'postfix' };
}

/** Converts a line of a Postfix daemon to `postfix`; others stay unchanged. */
export function postfixOr(result: ParseResult): ParseResult {
  return result.ok ? (asPostfix(result) ?? result) : result;
}

/** Parses a syslog line. Lines of a Postfix daemon become `postfix`, all others `syslog`. */
export function parseSyslogOrPostfix(line: string, context: ParseContext): ParseResult {
  return postfixOr(parseSyslog(line, context));
}
