import type { DocumentRef } from '../basics';
import type { SeriesHours } from './series_hours';
import type { TagsShape } from './tags_field';

/** Documents of a journal entry that share index, series, hour, shape of `tags` and routing. */
export interface JournalHits {
  readonly index: string;
  readonly subtype: string;
  /** Wall-clock hour, 0 to 23. */
  readonly hour: number;
  /** How `tags` was written before. */
  readonly was: TagsShape;
  readonly routing?: string;
  readonly ids: readonly string[];
}

/** The contents of an entry except its documents. */
export interface JournalHead {
  readonly id: string;
  readonly day: string;
  readonly source: string;
  readonly tag: string;
  /** The series and hours of its documents. */
  readonly series: readonly SeriesHours[];
  /**
   * How many documents are known to have the tag because of Logwave: all that are listed, or 0 in
   * an unsettled entry, whose documents may have it or not.
   */
  readonly documents: number;
}

/**
 * Whether the documents of an entry may have the tag or not: they were about to be tagged, and no
 * answer has come. Each entry is so when it is written.
 */
export function isUnsettled({ documents }: Pick<JournalHead, 'documents'>): boolean {
  return documents === 0;
}

/**
 * One batch of documents that a run was about to tag: a document of `logwave-journal`, written
 * before the batch is sent, and settled when the answers are there. A document listed here has the
 * tag because of Logwave, or may not have it if the entry is unsettled. One that had the tag before
 * is not listed.
 */
export interface JournalEntry extends JournalHead {
  /** When it was written, ISO 8601 in UTC. */
  readonly '@timestamp': string;
  readonly scope: string;
  readonly run_id: string;
  /** Which attempt at the run wrote it, and the number of the batch in that call. */
  readonly attempt: string;
  readonly batch: number;
  readonly hits: readonly JournalHits[];
}

/** A document as the journal lists it. */
export interface JournalDocument extends DocumentRef {
  readonly subtype: string;
  readonly hour: number;
  readonly was: TagsShape;
}

/** Groups documents, which keeps an entry small. */
export function groupHits(documents: readonly JournalDocument[]): JournalHits[] {
  const groups = new Map<string, JournalHits & { ids: string[] }>();
  for (const { index, id, routing, subtype, hour, was } of documents) {
    const key = JSON.stringify([index, subtype, hour, was, routing]);
    const group = groups.get(key);
    if (group !== undefined) group.ids.push(id);
    else {
      const routed = routing === undefined ? {} : { routing };
      groups.set(key, { index, subtype, hour, was, ...routed, ids: [id] });
    }
  }
  return [...groups.values()];
}

/** The documents of the groups. */
export function listHits(hits: readonly JournalHits[]): JournalDocument[] {
  return hits.flatMap(({ ids, ...shared }) => ids.map((id) => ({ ...shared, id })));
}

function seriesOf(hits: readonly JournalHits[]): SeriesHours[] {
  const hoursOf = new Map<string, Set<number>>();
  for (const { subtype, hour } of hits) {
    const hours = hoursOf.get(subtype);
    if (hours === undefined) hoursOf.set(subtype, new Set([hour]));
    else hours.add(hour);
  }
  return [...hoursOf].map(([subtype, hours]) => ({
    subtype,
    hours: [...hours].sort((a, b) => a - b),
  }));
}

/** A settled entry with these documents instead of its own: they are known to have the tag. */
export function withDocuments(
  entry: JournalEntry,
  documents: readonly JournalDocument[],
): JournalEntry {
  const hits = groupHits(documents);
  return { ...entry, series: seriesOf(hits), documents: documents.length, hits };
}

/** An unsettled entry with these documents instead of its own: they may have the tag or not. */
export function withUnsettled(
  entry: JournalEntry,
  documents: readonly JournalDocument[],
): JournalEntry {
  return { ...withDocuments(entry, documents), documents: 0 };
}
