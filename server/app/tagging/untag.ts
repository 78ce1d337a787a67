import { refKey } from '../basics';
import {
  isUnsettled,
  listHits,
  type JournalDocument,
  type JournalEntry,
  type JournalHead,
} from './journal_entry';
import { Refusals, type Refusal } from './refusals';
import { strike } from './settle_entry';
import { takeAwayTags } from './take_away_tags';
import { tagKey } from './tagging_tally';
import type { JournalSelection, TaggingPorts } from './tagging_ports';

/** Of how many unsettled entries the documents are held at once: up to 1,000 of each. */
const OPEN_AT_ONCE = 100;

/** The result of untagging, counted in documents. */
export interface UntagResult {
  readonly removed: number;
  /** They had the tag, and others have removed it. One that was perhaps never there is not counted. */
  readonly not_there: number;
  /** They were tagged, and deleted since, or their index was. */
  readonly gone: number;
  /** Still tagged, and still in the journal: untag again when the index accepts updates. */
  readonly refused: readonly Refusal[];
}

export interface UntagPorts extends TaggingPorts {
  /** Receives, as it proceeds, how many documents were untagged so far. */
  readonly onUntagged?: (documents: number) => void;
}

/** The unsettled entries that may list documents of the selected entries as well. */
async function openEntries(
  selection: JournalSelection,
  selected: readonly JournalHead[],
  { journal }: UntagPorts,
  signal: AbortSignal,
): Promise<JournalHead[]> {
  const [first] = selected;
  if (!('run_id' in selection) || first === undefined) return selected.filter(isUnsettled);
  const open: JournalHead[] = [];
  // A run is about one day.
  for await (const head of journal.heads({ scope: selection.scope, day: first.day }, signal)) {
    if (isUnsettled(head)) open.push(head);
  }
  return open;
}

/** By the key of a document and its tag: ids of the unsettled entries that list it. */
type OpenDocuments = Map<string, string[]>;

async function documentsOf(
  heads: readonly JournalHead[],
  { journal }: UntagPorts,
  signal: AbortSignal,
): Promise<OpenDocuments> {
  const open: OpenDocuments = new Map();
  for (const { id } of heads) {
    const entry = await journal.read(id, signal);
    if (entry === undefined || !isUnsettled(entry)) continue;
    for (const document of listHits(entry.hits)) {
      const key = tagKey(entry.tag, refKey(document));
      const ids = open.get(key);
      if (ids === undefined) open.set(key, [id]);
      else ids.push(id);
    }
  }
  return open;
}

/** Strikes what an entry is known to have tagged from the unsettled ones that list it as well. */
async function strikeFrom(
  open: OpenDocuments,
  settled: JournalEntry,
  ports: UntagPorts,
  signal: AbortSignal,
): Promise<void> {
  if (open.size === 0 || isUnsettled(settled)) return;
  const struck = new Map<string, Set<string>>();
  for (const document of listHits(settled.hits)) {
    const key = tagKey(settled.tag, refKey(document));
    for (const id of open.get(key) ?? []) {
      const keys = struck.get(id);
      if (keys === undefined) struck.set(id, new Set([key]));
      else keys.add(key);
    }
    open.delete(key);
  }
  for (const [id, keys] of struck) {
    const entry = await ports.journal.read(id, signal);
    if (entry === undefined || !isUnsettled(entry)) continue;
    const isStruck = (document: JournalDocument) => keys.has(tagKey(entry.tag, refKey(document)));
    await strike(entry, isStruck, ports, signal);
  }
}

/**
 * The documents of unsettled entries from which each settled one is still to be struck, right before
 * its tags are taken away. If there are so many that they are not held at once, the settled entries
 * are struck from the others before, which reads them more often.
 */
async function lastOpen(
  open: readonly JournalHead[],
  settled: readonly JournalHead[],
  ports: UntagPorts,
  signal: AbortSignal,
): Promise<OpenDocuments> {
  if (settled.length === 0) return new Map();
  let from = 0;
  for (; from + OPEN_AT_ONCE < open.length; from += OPEN_AT_ONCE) {
    const documents = await documentsOf(open.slice(from, from + OPEN_AT_ONCE), ports, signal);
    for (const { id } of settled) {
      const entry = await ports.journal.read(id, signal);
      if (entry !== undefined) await strikeFrom(documents, entry, ports, signal);
    }
  }
  return documentsOf(open.slice(from), ports, signal);
}

/**
 * Removes the tags that the journal lists for a run, or for a day of a scope, if they are still
 * there. A `tags` field that was absent is left as an empty list. A tag stays if removing it would
 * lose data; that is reported as a refusal.
 *
 * A document counts once: if an unsettled entry lists it beside one that is settled, it is struck from
 * the unsettled one first, whichever attempt has written that.
 *
 * It can be interrupted at any point and run again, and run twice: finished documents are removed
 * from the journal.
 */
export async function untag(
  selection: JournalSelection,
  ports: UntagPorts,
  signal: AbortSignal,
): Promise<UntagResult> {
  const refusals = new Refusals();
  let [removed, notThere, gone] = [0, 0, 0];
  const selected: JournalHead[] = [];
  for await (const head of ports.journal.heads(selection, signal)) selected.push(head);
  const settled = selected.filter((head) => !isUnsettled(head));
  const unsettled = selected.filter(isUnsettled);
  const heads = await openEntries(selection, selected, ports, signal);
  const open = await lastOpen(heads, settled, ports, signal);
  // Those that are unsettled come last: what is known by then to be of others is struck from them.
  for (const { id } of [...settled, ...unsettled]) {
    const entry = await ports.journal.read(id, signal);
    if (entry === undefined) continue;
    await strikeFrom(open, entry, ports, signal);
    const taken = await takeAwayTags(entry, () => true, refusals, ports, signal);
    removed += taken.removed;
    notThere += taken.not_there;
    gone += taken.gone;
    ports.onUntagged?.(removed);
  }
  await ports.journal.refresh(signal);
  return { removed, not_there: notThere, gone, refused: refusals.list() };
}
