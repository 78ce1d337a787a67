import { batchesToTag, type Batch, type BatchesRequest } from './batches_to_tag';
import { readAhead, workThrough } from '../basics';
import { Refusals } from './refusals';
import { sendBatch } from './send_batch';
import { takeAwayObsoleteTags } from './take_away_obsolete_tags';
import type { TaggingPorts } from './tagging_ports';
import type { TaggedRecord, TaggingResult } from './tagging_result';
import { TaggingTally } from './tagging_tally';
/** One is listed in the journal and one waits at Elasticsearch's door while one is written. */
const BATCHES_AT_A_TIME = 3;

/** All findings of the run: tags of its earlier attempts that none of them covers are taken away. */
export interface TaggingRequest extends BatchesRequest {
  /** Sources that were assessed this time: earlier tags of all others stay. */
  readonly judged_sources: ReadonlySet<string>;
}

export interface TagFindingsPorts extends TaggingPorts {
  readonly now: () => Date;
  /** Called with each batch of documents right after they were tagged. */
  readonly onTagged?: (records: readonly TaggedRecord[]) => void | Promise<void>;
  /** Told, as it goes, how many documents carry their tag now: those that had it before as well. */
  readonly onProgress?: (documents: number) => void;
}

/**
 * Tags every document of the flagged hours, and takes away the tags that earlier attempts at the
 * same run placed where no finding is any more.
 *
 * Documents of an index in which an update would lose data, or in which no search would find the
 * tag, are not tagged. Each batch is in the journal before it is sent, so that whatever carries a tag because of Logwave
 * is listed there. Cut off at any point and called again it comes to the same tags. After a cut the
 * journal may list documents that never got the tag; such an entry takes nothing from anybody unless
 * somebody tags one of these documents with the same tag by hand, which untagging then takes away.
 *
 * @returns what was done; what an index or document refuses is counted there and is no exception
 * @throws what the ports throw (no connection, no right to write the journal, an abort)
 */
export async function tagFindings(
  request: TaggingRequest,
  ports: TagFindingsPorts,
  signal: AbortSignal,
): Promise<TaggingResult> {
  const tally = new TaggingTally();
  const stillTagged = new Refusals();
  const obsolete = await takeAwayObsoleteTags(request, stillTagged, ports, signal);
  tally.conflicts += obsolete.conflicts;
  const send = async (batch: Batch): Promise<void> => {
    const records = await sendBatch(batch, tally, ports, signal);
    if (records.length > 0) await ports.onTagged?.(records);
    ports.onProgress?.(tally.tagged);
  };
  const batches = readAhead(batchesToTag(request, tally, ports, signal));
  await workThrough(batches, BATCHES_AT_A_TIME, send);
  await ports.journal.refresh(signal);
  ports.onProgress?.(tally.tagged);
  return tally.result(obsolete.removed, stillTagged.list());
}
