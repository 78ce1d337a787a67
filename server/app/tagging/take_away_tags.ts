import { appendAll } from '../../../common/lists';
import { isUnsettled, listHits, type JournalDocument, type JournalEntry } from './journal_entry';
import type { Refusals } from './refusals';
import { settleEntry } from './settle_entry';
import { settleUpdates } from './settle_updates';
import type { ReadDocument, Refused, TaggingPorts } from './tagging_ports';
import { hasTag, withoutTag } from './tags_field';

/** The outcomes for the documents that a journal entry lists. */
export interface TakenAway {
  readonly removed: number;
  /** The tag was there, and is gone. One that was perhaps never there does not count. */
  readonly not_there: number;
  /** The document was tagged, and it or its index no longer exists. */
  readonly gone: number;
  readonly conflicts: number;
}

interface SortedDocuments {
  readonly tagged: (JournalDocument & ReadDocument)[];
  /** Refused: they stay in the journal for a later attempt. */
  readonly kept: JournalDocument[];
  readonly not_there: number;
  readonly gone: number;
}

/** The refusal of a document that an entry lists: it may not even have the tag. */
function asTagged(refused: Refused, entry: JournalEntry): Refused {
  return isUnsettled(entry) ? { ...refused, is_unsettled: true } : refused;
}

async function readAndSort(
  documents: readonly JournalDocument[],
  entry: JournalEntry,
  refusals: Refusals,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<SortedDocuments> {
  const outcomes = await ports.documents.read(documents, signal);
  const tagged: (JournalDocument & ReadDocument)[] = [];
  const kept: JournalDocument[] = [];
  let notThere = 0;
  let gone = 0;
  documents.forEach((document, position) => {
    const outcome = outcomes[position] ?? { state: 'gone' };
    if (outcome.state === 'gone') gone += 1;
    else if (outcome.state === 'refused') {
      refusals.add(document.index, asTagged(outcome, entry));
      kept.push(document);
    } else if (hasTag(outcome.document.tags, entry.tag)) {
      tagged.push({ ...document, ...outcome.document });
    } else notThere += 1;
  });
  return { tagged, kept, not_there: notThere, gone };
}

/** The documents that may and can be updated. Those of refusing indices go to `kept`. */
async function takingUpdates<T extends JournalDocument>(
  documents: readonly T[],
  entry: JournalEntry,
  refusals: Refusals,
  kept: JournalDocument[],
  { guard }: TaggingPorts,
  signal: AbortSignal,
): Promise<T[]> {
  const losing = await guard.losing(new Set(documents.map(({ index }) => index)), signal);
  return documents.filter((document) => {
    const { index } = document;
    const refused = losing.get(index) ?? refusals.refusalOf(index);
    if (refused === undefined) return true;
    refusals.add(index, asTagged(refused, entry));
    kept.push(document);
    return false;
  });
}

/** A document without what was read of it. */
function listedOf(document: JournalDocument): JournalDocument {
  const { index, id, routing, subtype, hour, was } = document;
  return { index, id, subtype, hour, was, ...(routing === undefined ? {} : { routing }) };
}

/**
 * Removes the tag of a journal entry from those of its documents that `isDoomed` selects, if it is
 * still there, and leaves only the rest in the entry. Removing a tag is an update as well: if that
 * would lose data, the tag stays, and stays listed. A document of which no answer came may have lost
 * its tag or not: it is unsettled from then on. The entry is rewritten last. After an interruption
 * the same is done again, and documents without the tag are recognized as done.
 */
export async function takeAwayTags(
  entry: JournalEntry,
  isDoomed: (document: JournalDocument) => boolean,
  refusals: Refusals,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<TakenAway> {
  const listed = listHits(entry.hits);
  const kept = listed.filter((document) => !isDoomed(document));
  const doomed = await takingUpdates(listed.filter(isDoomed), entry, refusals, kept, ports, signal);
  const sorted = await readAndSort(doomed, entry, refusals, ports, signal);
  appendAll(kept, sorted.kept);
  const { settled, conflicts } = await settleUpdates(
    sorted.tagged,
    ({ tags, was }) => (hasTag(tags, entry.tag) ? withoutTag(tags, entry.tag, was) : undefined),
    ports,
    signal,
  );
  let [removed, notThere, gone] = [0, sorted.not_there, sorted.gone];
  // It was read, and had the tag.
  const stillTagged: JournalDocument[] = [];
  const inDoubt: JournalDocument[] = [];
  for (const { document, fate, certain } of settled) {
    if (fate.state === 'updated') removed += 1;
    else if (fate.state === 'as_wished') notThere += 1;
    else if (fate.state === 'gone') gone += 1;
    else {
      refusals.add(document.index, certain ? fate : { ...fate, is_unsettled: true });
      (certain ? stillTagged : inDoubt).push(listedOf(document));
    }
  }
  appendAll(isUnsettled(entry) ? inDoubt : stillTagged, kept);
  const known = { tagged: stillTagged, unsettled: inDoubt };
  await settleEntry(entry, listed.length, known, ports, signal);
  if (isUnsettled(entry)) return { removed, not_there: 0, gone: 0, conflicts };
  return { removed, not_there: notThere, gone, conflicts };
}
