import {
  withDocuments,
  withUnsettled,
  type JournalDocument,
  type JournalEntry,
} from './journal_entry';
import type { TaggingPorts } from './tagging_ports';

/** What is known of the documents of an unsettled entry. Those of neither kind lack the tag. */
export interface SettledDocuments {
  readonly tagged: readonly JournalDocument[];
  /** They may have the tag or not. */
  readonly unsettled: readonly JournalDocument[];
}

/**
 * Stores what is known of an unsettled entry. At every moment each of these documents is listed:
 * what stays unsettled moves to an entry of its own before the rest is settled.
 *
 * @param listed how many documents the entry lists
 * @throws what the journal throws
 */
export async function settleEntry(
  entry: JournalEntry,
  listed: number,
  { tagged, unsettled }: SettledDocuments,
  { journal }: Pick<TaggingPorts, 'journal'>,
  signal: AbortSignal,
): Promise<void> {
  if (tagged.length > 0) {
    if (unsettled.length > 0) {
      const rest = { ...entry, id: `${entry.id}:unsettled` };
      await journal.add(withUnsettled(rest, unsettled), signal);
    }
    await journal.settle(withDocuments(entry, tagged), signal);
  } else if (unsettled.length === 0) await journal.remove(entry.id, signal);
  else if (unsettled.length < listed) {
    await journal.replace(withUnsettled(entry, unsettled), signal);
  }
}
