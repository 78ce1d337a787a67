import type { SyslogFields } from '../documents/log_document';

/** The names that Logstash's syslog_pri filter gives, by code. */
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

/** What a line without priority gets: facility 1 user-level, severity 5 notice. */
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
