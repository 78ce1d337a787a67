import type { Source } from '../../common/sources/source';
import type { Finding } from '../../common/waveform/finding';
import { refKey } from './document_ref';
import { withDocuments, type JournalDocument, type JournalEntry } from './journal_entry';
import { readAhead } from './read_ahead';
import { Refusals } from './refusals';
import { seriesToTag } from './series_to_tag';
import { settleUpdates } from './settle_updates';
import { takeAwayObsoleteTags } from './take_away_obsolete_tags';
import type { TaggedRecord, TaggingResult, UnreadSeries } from './tagging_result';
import {
  UnreadableSeries,
  type FoundDocument,
  type SeriesHours,
  type TaggingPorts,
} from './tagging_ports';
import { hasTag, tagsShape, withTag } from './tags_field';

export interface TaggingRequest {
  readonly run: {
    readonly scope: string;
    readonly run_id: string;
    readonly attempt: string;
    readonly day: string;
    readonly zone: string;
  };
  /** All findings of the run: tags of its earlier attempts that no finding covers are taken away. */
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
  /** Sources that could not be judged this time: their earlier tags stay. */
  readonly unknown_sources: ReadonlySet<string>;
  /** Different for each call, such as a UUID: no two calls ever write the same journal entry. */
  readonly call: string;
}

export interface TagFindingsPorts extends TaggingPorts {
  now(): Date;
  /** Told of each batch of documents right after they were tagged. */
  readonly onTagged?: (records: readonly TaggedRecord[]) => void | Promise<void>;
  /** Told, as it goes, how many documents carry their tag now: those that had it before as well. */
  readonly onProgress?: (documents: number) => void;
}

interface Batch {
  readonly series: SeriesHours;
  readonly entry: JournalEntry;
  readonly documents: readonly FoundDocument[];
}

/** What is counted on the way. */
interface Tally {
  /** They carry the tag now: this call has tagged them, or they had it. */
  updated: number;
  already: number;
  gone: number;
  readonly refusals: Refusals;
  readonly unread: UnreadSeries[];
}

function listed({ index, id, routing, hour, tags }: FoundDocument): JournalDocument {
  return { index, id, ...(routing === undefined ? {} : { routing }), hour, was: tagsShape(tags) };
}

/**
 * Of documents that have the tag as a search sees them, those that have lost it since: a search may
 * be behind by seconds, and to leave them out would not be noticed by anybody.
 */
async function untaggedSince(
  seen: readonly FoundDocument[],
  tag: string,
  tally: Tally,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<FoundDocument[]> {
  const outcomes = await ports.documents.read(seen, signal);
  return seen.flatMap((document, place): FoundDocument[] => {
    const outcome = outcomes[place] ?? { state: 'gone' };
    if (outcome.state === 'found' && !hasTag(outcome.document.tags, tag)) {
      return [{ ...document, ...outcome.document }];
    }
    if (outcome.state === 'gone') tally.gone += 1;
    else tally.already += 1;
    return [];
  });
}

/** The documents of a page that lack the tag and whose index takes updates. */
async function toBeTagged(
  page: readonly FoundDocument[],
  tag: string,
  tally: Tally,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<FoundDocument[]> {
  const seen = page.filter(({ tags }) => hasTag(tags, tag));
  const lacking = page.filter(({ tags }) => !hasTag(tags, tag));
  if (seen.length > 0) lacking.push(...(await untaggedSince(seen, tag, tally, ports, signal)));
  return lacking.filter(({ index }) => {
    const refused = tally.refusals.refusalOf(index);
    if (refused !== undefined) tally.refusals.add(index, refused);
    return refused === undefined;
  });
}

/** Reads page after page and writes each batch into the journal before it is handed on. */
async function* journaledBatches(
  request: TaggingRequest,
  tally: Tally,
  ports: TagFindingsPorts,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  const { run, call } = request;
  let batch = 0;
  for (const series of seriesToTag(request)) {
    const { source, subtype } = series;
    try {
      for await (const page of ports.documents.pages(series, signal)) {
        const documents = await toBeTagged(page, source.tag, tally, ports, signal);
        ports.onProgress?.(tally.updated + tally.already);
        if (documents.length === 0) continue;
        batch += 1;
        const empty = {
          id: `${run.run_id}:${call}:${batch}`,
          '@timestamp': ports.now().toISOString(),
          scope: run.scope,
          run_id: run.run_id,
          day: run.day,
          source: source.id,
          subtype,
          tag: source.tag,
          attempt: run.attempt,
          batch,
          hours: [],
          documents: 0,
          hits: [],
        };
        const entry = withDocuments(empty, documents.map(listed));
        await ports.journal.add(entry, signal);
        yield { series, entry, documents };
      }
    } catch (error) {
      if (!(error instanceof UnreadableSeries)) throw error;
      tally.unread.push({ source: source.id, subtype, reason: error.message });
    }
  }
}

interface SentBatch {
  readonly records: TaggedRecord[];
  readonly already: number;
  readonly gone: number;
  readonly conflicts: number;
}

/** Tags a batch, then strikes from its entry what this attempt, for certain, did not tag. */
async function sendBatch(
  { series: { source, subtype }, entry, documents }: Batch,
  refusals: Refusals,
  ports: TagFindingsPorts,
  signal: AbortSignal,
): Promise<SentBatch> {
  const { settled, conflicts } = await settleUpdates(
    documents,
    ({ tags }) => (hasTag(tags, source.tag) ? undefined : withTag(tags, source.tag)),
    ports,
    signal,
  );
  const records: TaggedRecord[] = [];
  const notTagged = new Set<string>();
  let [already, gone] = [0, 0];
  for (const { document, fate, certain } of settled) {
    const { index, id, hour } = document;
    if (fate.state === 'updated') {
      records.push({ index, id, source: source.id, subtype, hour });
      continue;
    }
    if (certain) notTagged.add(refKey(document));
    if (fate.state === 'as_wished') already += 1;
    else if (fate.state === 'gone') gone += 1;
    else refusals.add(index, fate);
  }
  const kept = documents.filter((document) => !notTagged.has(refKey(document)));
  if (kept.length === 0) await ports.journal.remove(entry.id, signal);
  else if (notTagged.size > 0) {
    await ports.journal.replace(withDocuments(entry, kept.map(listed)), signal);
  }
  if (records.length > 0) await ports.onTagged?.(records);
  return { records, already, gone, conflicts };
}

/**
 * Tags every document of the flagged hours, and takes away the tags that earlier attempts at the
 * same run placed where no finding is any more.
 *
 * Each batch is in the journal before it is sent, so that whatever carries a tag because of Logwave
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
  const tally: Tally = { updated: 0, already: 0, gone: 0, refusals: new Refusals(), unread: [] };
  const obsolete = await takeAwayObsoleteTags(request, tally.refusals, ports, signal);
  let { conflicts } = obsolete;
  for await (const batch of readAhead(journaledBatches(request, tally, ports, signal))) {
    const sent = await sendBatch(batch, tally.refusals, ports, signal);
    tally.updated += sent.records.length;
    tally.already += sent.already;
    tally.gone += sent.gone;
    conflicts += sent.conflicts;
    ports.onProgress?.(tally.updated + tally.already);
  }
  return {
    updated: tally.updated,
    already_tagged: tally.already,
    taken_away: obsolete.removed,
    gone: tally.gone,
    conflicts,
    refused: tally.refusals.list(),
    unread: tally.unread,
  };
}
