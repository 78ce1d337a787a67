import type { ParseResult } from '../documents/log_document';
import { readJournalEntry } from './journal_entry';

const FIRST_FIELD = '__CURSOR=';

/** Whether a line begins an entry of `journalctl -o export`. */
export function beginsJournalExport(line: string): boolean {
  return line.startsWith(FIRST_FIELD);
}

/**
 * Reads an entry of `journalctl -o export` (systemd 252 and 257): one field a line. Further lines
 * of a value are indented.
 */
export function parseJournalExport(entry: string): ParseResult {
  const fields = new Map<string, string>();
  for (const line of entry.split('\n')) {
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(0, equals));
    if (key !== '' && !line.startsWith('\t') && !fields.has(key))
      fields.set(key, line.slice(equals + 1));
  }
  return readJournalEntry('journal export', (key) => fields.get(key) || undefined);
}
