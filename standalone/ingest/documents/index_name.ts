/** The index of a document by its UTC day, as Logstash names it: `logstash-2015.04.01`. */
export function indexName(timestamp: string): string {
  return `logstash-${timestamp.slice(0, 4)}.${timestamp.slice(5, 7)}.${timestamp.slice(8, 10)}`;
}

/** All indices of logs. */
export const LOG_INDICES = 'logstash-*';
