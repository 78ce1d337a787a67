import { batchesToTag, type Batch, type BatchesRequest } from './batches_to_tag';
import { readAhead, workThrough } from '../basics';
import { isUnsettled, type JournalHead } from './journal_entry';
import { Refusals } from './refusals';
import { sendBatch } from './send_batch';
import { settleEarlier } from './settle_earlier';
import { takeAwayObsoleteTags } from './take_away_obsolete_tags';
import type { TaggingPorts } from './tagging_ports';
import type { TaggedRecord, TaggingResult } from './tagging_result';
import { TaggingTally } from './tagging_tally';
/** One is written to the journal and one is waiting at Elasticsearch while one is being applied. */
const BATCHES_AT_A_TIME = 3;

/** All findings of the run. Tags of its earlier attempts that none of them covers are removed. */
export interface TaggingRequest extends BatchesRequest {
  /** Sources that were assessed this time. Earlier tags of all others stay. */
  readonly judged_sources: ReadonlySet<string>;
}

export interface TagFindingsPorts extends TaggingPorts {
  readonly now: () => Date;
  /** Called with each batch of documents right after they were tagged. */
  readonly onTagged?: (records: readonly TaggedRecord[]) => void | Promise<void>;
  /**
   * Receives, as it proceeds, how many documents have their tag now, including those that had it
   * before.
   */
  readonly onProgress?: (documents: number) => void;
}

/**
 * Tags every document in the flagged hours, and removes the tags that earlier attempts at the same
 * run placed where there is no finding any more.
 *
 * Documents of an index in which an update would lose data, or in which no search would find the
 * tag, are not tagged. Each batch is in the journal before it is sent, so every document that has a
 * tag because of Logwave is listed there. If it is interrupted at any point and called again, the
 * tags are the same. After an interruption the journal may list documents that never got the tag:
 * its entry is unsettled, and they do not count as tagged. The next call settles it. Until then it
 * does no harm unless somebody tags one of these documents with the same tag by hand, since
 * untagging then removes it.
 *
 * @returns what was done; refusals of an index or document are counted there and are not exceptions
 * @throws what the ports throw (no connection, no right to write the journal, an abort)
 */
export async function tagFindings(
  request: TaggingRequest,
  ports: TagFindingsPorts,
  signal: AbortSignal,
): Promise<TaggingResult> {
  const { scope, run_id } = request.run;
  const heads: JournalHead[] = [];
  for await (const head of ports.journal.heads({ scope, run_id }, signal)) heads.push(head);
  const unsettled = heads.filter(isUnsettled).map(({ id }) => id);
  const tally = new TaggingTally(unsettled.length > 0);
  const stillTagged = new Refusals();
  const obsolete = await takeAwayObsoleteTags(request, heads, stillTagged, ports, signal);
  tally.conflicts += obsolete.conflicts;
  const send = async (batch: Batch): Promise<void> => {
    const records = await sendBatch(batch, tally, ports, signal);
    if (records.length > 0) await ports.onTagged?.(records);
    ports.onProgress?.(tally.tagged);
  };
  const batches = readAhead(batchesToTag(request, tally, ports, signal));
  await workThrough(batches, BATCHES_AT_A_TIME, send);
  await settleEarlier(unsettled, tally.relisted, ports, signal);
  await ports.journal.refresh(signal);
  ports.onProgress?.(tally.tagged);
  return tally.result(obsolete.removed, stillTagged.list());
}
