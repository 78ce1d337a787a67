import type { ParseResult, RecordFormat } from '../documents/log_document';
import { looksLikeHost, looksLikePid, looksLikeProgram } from '../header/header_part';
import { syslogFields } from '../parsing/syslog_fields';
import { DEFAULT_PRIORITY } from '../parsing/syslog_priority';

const MICROSECONDS = /^\d{1,17}$/;
const SMALL_NUMBER = /^\d{1,3}$/;
const SEVERITIES = 8;
const USER_LEVEL = 1;
const KERNEL = 0;

function numberBelow(text: string | undefined, limit: number): number | undefined {
  if (text === undefined || !SMALL_NUMBER.test(text)) return undefined;
  const number = Number(text);
  return number < limit ? number : undefined;
}

/** A value, if it looks valid. */
function sound(value: string | undefined, looks: (word: string) => boolean): string | undefined {
  return value !== undefined && looks(value) ? value : undefined;
}

/**
 * Reads an entry of systemd's journal: time, host, program, process, severity and facility.
 *
 * @param valueOf the text of a field; undefined if the entry has none
 */
export function readJournalEntry(
  format: RecordFormat,
  valueOf: (field: string) => string | undefined,
): ParseResult {
  const time = valueOf('__REALTIME_TIMESTAMP');
  if (time === undefined || !MICROSECONDS.test(time)) return { ok: false, type: 'syslog' };
  const identifier = valueOf('SYSLOG_IDENTIFIER');
  const program = sound(identifier ?? valueOf('_COMM'), looksLikeProgram);
  const pid = sound(valueOf('SYSLOG_PID') ?? valueOf('_PID'), looksLikePid);
  const severity = numberBelow(valueOf('PRIORITY'), SEVERITIES) ?? DEFAULT_PRIORITY % SEVERITIES;
  const facility =
    numberBelow(valueOf('SYSLOG_FACILITY'), 24) ??
    (valueOf('_TRANSPORT') === 'kernel' || identifier === 'kernel' ? KERNEL : USER_LEVEL);
  const fields = syslogFields(program, pid, facility * SEVERITIES + severity);
  if (fields === undefined) return { ok: false, type: 'syslog' };
  return {
    ok: true,
    type: 'syslog',
    format,
    instant: Math.floor(Number(time) / 1000),
    host: sound(valueOf('_HOSTNAME'), looksLikeHost),
    fields,
  };
}
