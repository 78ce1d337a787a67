import { Refusals, type Refusal } from './refusals';
import { takeAwayTags } from './take_away_tags';
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

/**
 * Removes the tags that the journal lists for a run, or for a day of a scope, if they are still
 * there. A `tags` field that was absent is left as an empty list. A tag stays if removing it would
 * lose data; that is reported as a refusal.
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
  for await (const { id } of ports.journal.heads(selection, signal)) {
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
