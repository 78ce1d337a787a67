import { listed, type Batch } from './batches_to_tag';
import { refKey } from '../basics';
import { withDocuments } from './journal_entry';
import { settleUpdates } from './settle_updates';
import type { TaggingPorts } from './tagging_ports';
import type { TaggedRecord } from './tagging_result';
import type { TaggingTally } from './tagging_tally';
import { hasTag, withTag } from './tags_field';

/**
 * Writes a batch into the journal and tags it, then removes from its entry the documents that this
 * attempt certainly did not tag.
 *
 * @returns the documents that were tagged
 * @throws what the ports throw
 */
export async function sendBatch(
  { source, entry, documents }: Batch,
  tally: TaggingTally,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<readonly TaggedRecord[]> {
  await ports.journal.add(entry, signal);
  const { settled, conflicts } = await settleUpdates(
    documents,
    ({ tags }) => (hasTag(tags, source.tag) ? undefined : withTag(tags, source.tag)),
    ports,
    signal,
  );
  const records: TaggedRecord[] = [];
  const notTagged = new Set<string>();
  for (const { document, fate, certain } of settled) {
    const { index, id, subtype, hour } = document;
    if (fate.state === 'updated') {
      records.push({ index, id, source: source.id, subtype, hour });
      continue;
    }
    if (certain) notTagged.add(refKey(document));
    if (fate.state === 'as_wished') tally.already += 1;
    else if (fate.state === 'gone') tally.gone += 1;
    else tally.refusals.add(index, fate);
  }
  tally.updated += records.length;
  tally.conflicts += conflicts;
  const kept = documents.filter((document) => !notTagged.has(refKey(document)));
  if (kept.length === 0) await ports.journal.remove(entry.id, signal);
  else if (notTagged.size > 0) {
    await ports.journal.replace(withDocuments(entry, kept.map(listed)), signal);
  }
  return records;
}
