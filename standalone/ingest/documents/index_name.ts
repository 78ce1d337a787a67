/** The index of a document by its UTC day, as Logstash names it: `logstash-2015.04.01`. */
export function indexName(timestamp: string): string {
  return `logstash-${timestamp.slice(0, 4)}.${timestamp.slice(5, 7)}.${timestamp.slice(8, 10)}`;
}

/**
 * The index of documents whose time is that of their file, or of a later line. The time may differ
 * when the file is read again, so it must not decide which index is searched for the id.
 */
export const UNDATED_INDEX = 'logstash-undated';

/** All indices of logs. */
export const LOG_INDICES = 'logstash-*';
