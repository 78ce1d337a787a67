import { readJson, type JsonRecord } from '../parsing/json_record';
import type { ParseResult } from '../documents/log_document';
import { readJournalEntry } from './journal_entry';

const TIME_KEY = '__REALTIME_TIMESTAMP';
const FAILURE = { ok: false, type: 'syslog' } as const;

function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 256;
}

/** A value is a text, an array of bytes if it is not UTF-8, or an array of values. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const values: readonly unknown[] = value;
  return values.every(isByte) ? Buffer.from(values).toString('utf8') : textOf(values[0]);
}

/** Whether a JSON object is an entry of the journal. */
export function isJournalEntry(entry: JsonRecord): boolean {
  return Object.hasOwn(entry, TIME_KEY);
}

/** Reads an entry of the journal from its parsed JSON. */
export function journalRecord(entry: JsonRecord): ParseResult {
  return readJournalEntry('journal JSON', (key) =>
    Object.hasOwn(entry, key) ? textOf(entry[key]) : undefined,
  );
}

/** Reads a line of `journalctl -o json` (systemd 252 and 257): all values are texts. */
export function parseJournalJson(line: string): ParseResult {
  const entry = readJson(line);
  return entry !== undefined && isJournalEntry(entry) ? journalRecord(entry) : FAILURE;
}
