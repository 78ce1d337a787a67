import { refKey } from '../basics';
import { isUnsettled, listHits, type JournalDocument, type JournalEntry } from './journal_entry';
import { settleEntry, type SettledDocuments } from './settle_entry';
import type { TaggingPorts } from './tagging_ports';
import { hasTag } from './tags_field';
import { tagKey } from './tagging_tally';

/** What is known at this moment of the documents of an unsettled entry. */
async function lookAt(
  { tag }: JournalEntry,
  documents: readonly JournalDocument[],
  relisted: ReadonlySet<string>,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<SettledDocuments> {
  const open = documents.filter((document) => !relisted.has(tagKey(tag, refKey(document))));
  // An index that keeps only a part of each document may not show its tags.
  const losing = await ports.guard.losing(new Set(open.map(({ index }) => index)), signal);
  const outcomes = open.length === 0 ? [] : await ports.documents.read(open, signal);
  const tagged: JournalDocument[] = [];
  const unsettled: JournalDocument[] = [];
  open.forEach((document, place) => {
    const outcome = outcomes[place] ?? { state: 'gone' };
    if (outcome.state === 'refused' || losing.has(document.index)) unsettled.push(document);
    else if (outcome.state === 'found' && hasTag(outcome.document.tags, tag)) tagged.push(document);
  });
  return { tagged, unsettled };
}

/**
 * Settles what earlier attempts have left unsettled: entries of which nobody learned whether their
 * documents got the tag. Documents without the tag, and those that this attempt has listed itself,
 * are struck. It runs after tagging, so that a document which is to have its tag is listed
 * throughout.
 *
 * @param ids of entries that were there before this attempt began
 * @param relisted keys of the documents that this attempt lists
 * @throws what the ports throw
 */
export async function settleEarlier(
  ids: readonly string[],
  relisted: ReadonlySet<string>,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<void> {
  for (const id of ids) {
    const entry = await ports.journal.read(id, signal);
    if (entry === undefined || !isUnsettled(entry)) continue;
    const listed = listHits(entry.hits);
    const known = await lookAt(entry, listed, relisted, ports, signal);
    await settleEntry(entry, listed.length, known, ports, signal);
  }
}
