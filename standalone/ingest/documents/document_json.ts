import type { LogDocument } from './log_document';

/** What JSON does not write as it is: quotation marks, backslashes, controls, lone surrogates. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u;

function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/**
 * A document as JSON: the text that JSON.stringify gives, for a line of syslog in half the time.
 * The tests hold both against each other.
 */
export function toJson(document: LogDocument): string {
  const { tags, program, pid, syslog_severity: severity, syslog_facility: facility } = document;
  if (severity === undefined || facility === undefined) return JSON.stringify(document);
  const named =
    (program === undefined ? '' : `,"program":${quoted(program)}`) +
    (pid === undefined ? '' : `,"pid":${quoted(pid)}`);
  return (
    `{"@timestamp":"${document['@timestamp']}","@version":"1","host":${quoted(document.host)},` +
    `"type":"${document.type}","message":${quoted(document.message)},` +
    `"path":${quoted(document.path)},"tags":${tags.length === 0 ? '[]' : JSON.stringify(tags)}` +
    `${named},"syslog_severity":"${severity}","syslog_severity_code":${document.syslog_severity_code},` +
    `"syslog_facility":"${facility}","syslog_facility_code":${document.syslog_facility_code}}`
  );
}
