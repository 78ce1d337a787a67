import { listed, type Batch } from './batches_to_tag';
import { refKey } from '../basics';
import type { JournalDocument } from './journal_entry';
import { settleEntry } from './settle_entry';
import { settleUpdates } from './settle_updates';
import type { TaggingPorts } from './tagging_ports';
import type { TaggedRecord } from './tagging_result';
import { tagKey, type TaggingTally } from './tagging_tally';
import { hasTag, withTag } from './tags_field';

/**
 * Writes a batch into the journal and tags it, then settles its entry: it lists what was tagged. A
 * document whose answer was lost stays listed as unsettled, and one that this attempt certainly did
 * not tag is struck.
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
  const tagged: JournalDocument[] = [];
  const unsettled: JournalDocument[] = [];
  for (const { document, fate, certain } of settled) {
    const { index, id, subtype, hour } = document;
    if (fate.state === 'updated') {
      records.push({ index, id, source: source.id, subtype, hour });
      tagged.push(listed(document));
    } else if (fate.state === 'as_wished') tally.already += 1;
    else if (fate.state === 'gone') tally.gone += 1;
    else {
      if (!certain) unsettled.push(listed(document));
      tally.refusals.add(index, certain ? fate : { ...fate, is_unsettled: true });
    }
  }
  tally.updated += records.length;
  tally.conflicts += conflicts;
  if (tally.isRelisting) {
    for (const one of [...tagged, ...unsettled]) tally.relisted.add(tagKey(entry.tag, refKey(one)));
  }
  await settleEntry(entry, documents.length, { tagged, unsettled }, ports, signal);
  return records;
}
