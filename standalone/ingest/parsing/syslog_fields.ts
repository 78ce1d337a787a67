import type { SyslogFields } from '../documents/log_document';
import { describePriority } from './syslog_priority';

type Named = Pick<SyslogFields, 'program' | 'pid'>;

/** Each object is created in one step: a log has millions of these, and spreading is slow. */
function named(program: string | undefined, pid: string | undefined): Named {
  if (program === undefined) return pid === undefined ? {} : { pid };
  return pid === undefined ? { program } : { program, pid };
}

/**
 * The fields of a syslog record.
 *
 * @returns undefined for a priority above 191
 */
export function syslogFields(
  program: string | undefined,
  pid: string | undefined,
  priority: number,
): SyslogFields | undefined {
  const described = describePriority(priority);
  return described === undefined ? undefined : Object.assign(named(program, pid), described);
}
