import { refKey } from '../basics';
import { isUnsettled, listHits, type JournalDocument, type JournalHead } from './journal_entry';
import { Refusals, type Refusal } from './refusals';
import { strike } from './settle_entry';
import { takeAwayTags } from './take_away_tags';
import { tagKey } from './tagging_tally';
import type { JournalSelection, TaggingPorts } from './tagging_ports';

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

/** Strikes what the selected entries are known to have tagged from all that are unsettled. */
async function listOnce(
  selection: JournalSelection,
  selected: readonly JournalHead[],
  ports: UntagPorts,
  signal: AbortSignal,
): Promise<void> {
  const open = await openEntries(selection, selected, ports, signal);
  if (open.length === 0) return;
  const settled = new Set<string>();
  for (const { id } of selected) {
    const entry = await ports.journal.read(id, signal);
    if (entry === undefined || isUnsettled(entry)) continue;
    for (const document of listHits(entry.hits)) settled.add(tagKey(entry.tag, refKey(document)));
  }
  for (const { id, tag } of open) {
    const entry = await ports.journal.read(id, signal);
    if (entry === undefined || !isUnsettled(entry)) continue;
    const isStruck = (document: JournalDocument) => settled.has(tagKey(tag, refKey(document)));
    await strike(entry, isStruck, ports, signal);
  }
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
  await listOnce(selection, selected, ports, signal);
  for (const { id } of selected) {
    const entry = await ports.journal.read(id, signal);
    if (entry === undefined) continue;
    const taken = await takeAwayTags(entry, () => true, refusals, ports, signal);
    removed += taken.removed;
    notThere += taken.not_there;
    gone += taken.gone;
    ports.onUntagged?.(removed);
  }
  await ports.journal.refresh(signal);
  return { removed, not_there: notThere, gone, refused: refusals.list() };
}
