import { readFile } from 'node:fs/promises';
import type { ParsedRecord } from '../../../standalone/ingest/documents/log_document';
import { parseSyslog } from '../../../standalone/ingest/parsing/parse_syslog';

/**
 * The lines of a syslog file that are understood, with hours as they stand.
 *
 * @param year of the lines, which name none
 */
export async function syslogRecords(path: string, year: number): Promise<ParsedRecord[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const context = { localToUtc: (wallClock: number) => wallClock, year, now: Date.now() };
  return lines.flatMap((line) => {
    const parsed = parseSyslog(line, context);
    return parsed.ok ? [parsed] : [];
  });
}
