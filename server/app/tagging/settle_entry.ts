import { refKey } from '../basics';
import {
  isUnsettled,
  listHits,
  withDocuments,
  withUnsettled,
  type JournalDocument,
  type JournalEntry,
} from './journal_entry';
import type { TaggingPorts } from './tagging_ports';

/** What is known of the documents of an entry. Those of neither kind lack the tag. */
export interface SettledDocuments {
  readonly tagged: readonly JournalDocument[];
  /** They may have the tag or not. */
  readonly unsettled: readonly JournalDocument[];
}

type JournalPort = Pick<TaggingPorts, 'journal'>;

/** Lists documents of an entry in an unsettled one beside it, which may list others already. */
async function moveAside(
  entry: JournalEntry,
  unsettled: readonly JournalDocument[],
  { journal }: JournalPort,
  signal: AbortSignal,
): Promise<void> {
  let id = `${entry.id}:unsettled`;
  let found = await journal.read(id, signal);
  while (found !== undefined && !isUnsettled(found)) {
    id = `${id}:unsettled`;
    found = await journal.read(id, signal);
  }
  const all = new Map(listHits(found?.hits ?? []).map((document) => [refKey(document), document]));
  for (const document of unsettled) all.set(refKey(document), document);
  await journal.add(withUnsettled({ ...entry, id }, [...all.values()]), signal);
}

/**
 * Stores what is known of the documents of an entry. At every moment each of these documents is
 * listed: what is unsettled moves to an entry of its own before the rest is settled.
 *
 * @param listed how many documents the entry lists
 * @throws what the journal throws
 */
export async function settleEntry(
  entry: JournalEntry,
  listed: number,
  { tagged, unsettled }: SettledDocuments,
  ports: JournalPort,
  signal: AbortSignal,
): Promise<void> {
  const { journal } = ports;
  const wasUnsettled = isUnsettled(entry);
  if (tagged.length > 0) {
    if (unsettled.length > 0) await moveAside(entry, unsettled, ports, signal);
    if (wasUnsettled) await journal.settle(withDocuments(entry, tagged), signal);
    else if (tagged.length < listed) await journal.replace(withDocuments(entry, tagged), signal);
  } else if (unsettled.length === 0) await journal.remove(entry.id, signal);
  else if (!wasUnsettled || unsettled.length < listed) {
    await journal.replace(withUnsettled(entry, unsettled), signal);
  }
}

/**
 * Strikes documents from an unsettled entry, because another entry lists them as tagged.
 *
 * @throws what the journal throws
 */
export async function strike(
  entry: JournalEntry,
  isStruck: (document: JournalDocument) => boolean,
  ports: JournalPort,
  signal: AbortSignal,
): Promise<void> {
  const listed = listHits(entry.hits);
  const unsettled = listed.filter((document) => !isStruck(document));
  await settleEntry(entry, listed.length, { tagged: [], unsettled }, ports, signal);
}
