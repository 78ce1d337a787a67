const DAY_LENGTH = 10;

/** The last day and its index: adjacent documents of a log nearly always share it. */
let last = { day: 'none', index: '' };

/** The index of a document by its UTC day, as Logstash names it: `logstash-2015.04.01`. */
export function indexName(timestamp: string): string {
  if (!timestamp.startsWith(last.day)) {
    const day = timestamp.slice(0, DAY_LENGTH);
    last = { day, index: `logstash-${day.replaceAll('-', '.')}` };
  }
  return last.index;
}

/**
 * The index of documents whose time is that of their file, or of a later line. The time may differ
 * when the file is read again, so it must not decide which index is searched for the id.
 */
export const UNDATED_INDEX = 'logstash-undated';

/** All indices of logs. */
export const LOG_INDICES = 'logstash-*';
