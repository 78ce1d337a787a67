import type { ParseContext, ParseResult } from '../documents/log_document';
import { DEFAULT_PRIORITY, describePriority } from './syslog_priority';
import { instantOfIsoParts, ISO_TIME } from './timestamps';

/** Priority, version, time, host, program, process, message id; `-` stands for what is not known. */
const HEADER = new RegExp(
  `^(?:<(\\d{1,3})>)?1 ${ISO_TIME} (\\S{1,255}) (\\S{1,128}) (\\S{1,128}) \\S{1,64}(?: |$)`,
);
const TIME_GROUPS = { first: 2, count: 8 };
const NAME_GROUPS = 10;

function known(value: string | undefined): string | undefined {
  return value === '-' ? undefined : value;
}

/** Reads a line in the format of RFC 5424, with or without `<PRI>`. Structured data are left as text. */
export function parseRfc5424(line: string, context: ParseContext): ParseResult {
  const match = HEADER.exec(line);
  if (match === null) return { ok: false, type: 'syslog' };
  const groups: readonly (string | undefined)[] = match;
  const priority = describePriority(Number(groups[1] ?? DEFAULT_PRIORITY));
  const time = groups.slice(TIME_GROUPS.first, TIME_GROUPS.first + TIME_GROUPS.count);
  const instant = instantOfIsoParts(time, context);
  if (priority === undefined || instant === undefined) return { ok: false, type: 'syslog' };

  const [host, program, pid] = groups.slice(NAME_GROUPS, NAME_GROUPS + 3).map(known);
  return {
    ok: true,
    type: 'syslog',
    instant,
    host,
    fields: {
      ...(program === undefined ? {} : { program }),
      ...(pid === undefined ? {} : { pid }),
      ...priority,
    },
  };
}
