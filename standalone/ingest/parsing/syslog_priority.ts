import type { SyslogFields } from '../documents/log_document';

/** The names of Logstash's syslog_pri filter, by code. */
const SEVERITIES = [
  'emergency',
  'alert',
  'critical',
  'error',
  'warning',
  'notice',
  'informational',
  'debug',
] as const;

const FACILITIES = [
  'kernel',
  'user-level',
  'mail',
  'daemon',
  'security/authorization',
  'syslogd',
  'line printer',
  'network news',
  'uucp',
  'clock',
  'security/authorization',
  'ftp',
  'ntp',
  'log audit',
  'log alert',
  'clock',
  'local0',
  'local1',
  'local2',
  'local3',
  'local4',
  'local5',
  'local6',
  'local7',
] as const;

/** The default for a line without priority: facility 1 user-level, severity 5 notice. */
export const DEFAULT_PRIORITY = 13;

type Priority = Pick<
  SyslogFields,
  'syslog_severity' | 'syslog_severity_code' | 'syslog_facility' | 'syslog_facility_code'
>;

/** Facility and severity, in words and codes, of each of the 192 priorities. */
const PRIORITIES: readonly Priority[] = FACILITIES.flatMap((facility, facilityCode) =>
  SEVERITIES.map((severity, severityCode) => ({
    syslog_severity: severity,
    syslog_severity_code: severityCode,
    syslog_facility: facility,
    syslog_facility_code: facilityCode,
  })),
);

/** Facility and severity of a priority, 0 to 191; undefined for another number. */
export function describePriority(priority: number): Priority | undefined {
  return PRIORITIES[priority];
}

const FACILITY_WORDS: ReadonlyMap<string, number> = new Map([
  ...['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv']
    .concat('ftp', 'ntp', 'audit', 'alert', 'clock')
    .map((word, code): [string, number] => [word, code]),
  ...Array.from({ length: 8 }, (_, index): [string, number] => [`local${index}`, 16 + index]),
  // The name of FreeBSD's own facility. AIX writes `auth|security`, of which the first counts.
  ['security', 13],
  ['console', 14],
  ['caa', 16],
  ['aso', 16],
]);

const SEVERITY_WORDS: ReadonlyMap<string, number> = new Map([
  ['emerg', 0],
  ['emergency', 0],
  ['panic', 0],
  ['alert', 1],
  ['crit', 2],
  ['critical', 2],
  ['err', 3],
  ['error', 3],
  ['warn', 4],
  ['warning', 4],
  ['notice', 5],
  ['info', 6],
  ['information', 6],
  ['debug', 7],
]);

const NUMBER = /^\d{1,2}$/;

/** The severity, 0 to 7, of a word: `warn`. */
export function severityOfWord(word: string): number | undefined {
  return SEVERITY_WORDS.get(word.toLowerCase());
}

function codeOf(word: string, words: ReadonlyMap<string, number>): number | undefined {
  return NUMBER.test(word) ? Number(word) : words.get(word);
}

/** The priority of a word: `mail.info` and `2.6` are 22, as is AIX's `mail:info`. */
export function priorityOfWord(text: string): number | undefined {
  const [facilities = '', level = ''] = text.split(/[.:]/);
  const [facility = ''] = facilities.split('|');
  const code = codeOf(facility, FACILITY_WORDS);
  const severity = codeOf(level, SEVERITY_WORDS);
  if (code === undefined || severity === undefined) return undefined;
  return code < FACILITIES.length && severity < SEVERITIES.length ? code * 8 + severity : undefined;
}
