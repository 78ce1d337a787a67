import type { ParseContext, ParseResult } from '../documents/log_document';
import { looksLikeHost, looksLikePid, looksLikeProgram } from '../header/header_part';
import { syslogFields } from './syslog_fields';
import { DEFAULT_PRIORITY } from './syslog_priority';
import { instantOfIsoParts, ISO_TIME } from './timestamps';

/** Version, time, host, program, process, message id; `-` stands for unknown values. */
const HEADER = new RegExp(
  `1 ${ISO_TIME} (\\S{1,255}) (\\S{1,128}) (\\S{1,128}) \\S{1,64}(?: |$)`,
  'y',
);
const TIME_GROUPS = { first: 1, count: 8 };
const NAME_GROUPS = 9;
const FAILURE = { ok: false, type: 'syslog' } as const;

function known(value: string | undefined): string | undefined {
  return value === '-' ? undefined : value;
}

/**
 * Parses an RFC 5424 header after its priority. Structured data stay text.
 *
 * @param from where the version is
 * @param priority as written; undefined if the line has none
 * @returns undefined if the line has no such header
 */
export function parseRfc5424(
  line: string,
  from: number,
  priority: number | undefined,
  context: ParseContext,
): ParseResult | undefined {
  HEADER.lastIndex = from;
  const groups: readonly (string | undefined)[] | null = HEADER.exec(line);
  if (groups === null) return undefined;
  const time = groups.slice(TIME_GROUPS.first, TIME_GROUPS.first + TIME_GROUPS.count);
  const instant = instantOfIsoParts(time, context);
  if (instant === undefined) return FAILURE;

  const [host, app = '-', pid] = groups.slice(NAME_GROUPS, NAME_GROUPS + 3).map(known);
  // Devices write `LEEF:1.0|…` and `CEF:0|…` instead of the rest of the header.
  if (app.includes('|')) return undefined;
  const program = app === '-' ? undefined : app.replace(/(?<=.):$/, '');
  const isSound =
    (host === undefined || looksLikeHost(host)) &&
    (program === undefined || looksLikeProgram(program)) &&
    (pid === undefined || looksLikePid(pid));
  const fields = syslogFields(program, pid, priority ?? DEFAULT_PRIORITY);
  if (!isSound || fields === undefined) return { ...FAILURE, instant };
  return {
    ok: true,
    type: 'syslog',
    format: 'syslog RFC 5424',
    instant,
    host,
    fields,
  };
}
