import type { Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import type { DocumentRef, Wait } from '../basics';
import type { JournalEntry, JournalHead } from './journal_entry';
import type { SeriesHours } from './series_hours';

/** A document as it was read: `tags` as in its `_source`, and the version that was read. */
export interface ReadDocument extends DocumentRef {
  readonly seq_no: number;
  readonly primary_term: number;
  readonly tags: unknown;
}

/** A document of a flagged hour. */
export interface FoundDocument extends ReadDocument {
  readonly subtype: string;
  /** Wall-clock hour, 0 to 23. */
  readonly hour: number;
}

/** A refusal by Elasticsearch, in a sentence. */
export interface Refused {
  readonly state: 'refused';
  readonly reason: string;
  /** The whole index refuses (read-only, closed, forbidden, guarded), not only this document. */
  readonly whole_index: boolean;
  /** The trouble may pass, so that trying again later may help; absent if it is permanent. */
  readonly is_passing?: true;
  /** An update got no answer before, so it may have been applied, or may still be. */
  readonly is_unsettled?: true;
}

export type ReadOutcome =
  | { readonly state: 'found'; readonly document: ReadDocument }
  | { readonly state: 'gone' }
  | Refused;

/** The outcome of one update. */
export type WriteOutcome =
  | { readonly state: 'updated' }
  /** Somebody else has changed the document since it was read. */
  | { readonly state: 'conflict' }
  | { readonly state: 'gone' }
  /** The cluster is overloaded: the same update may succeed later. */
  | { readonly state: 'busy'; readonly reason: string }
  /** No answer came: the update may have been applied, or may still be. */
  | { readonly state: 'unanswered'; readonly reason: string }
  | Refused;

/** The flagged hours of one series. */
export interface FlaggedSeries extends SeriesHours {
  /** How many events were counted in them. */
  readonly events: number;
}

/** The flagged hours of a source on one day, each with at least one event. */
export interface SourceHours {
  readonly source: Source;
  readonly day: LocalDay;
  /** At least one, each subtype once. */
  readonly series: readonly FlaggedSeries[];
}

/** Thrown if the documents of one source cannot be read. The message is a sentence. */
export class UnreadableSource extends Error {
  override readonly name = 'UnreadableSource';
}

/** The documents that are tagged: three calls, each one request. */
export interface TaggableDocuments {
  /**
   * Every document of the hours once, in pages across all series. One that is in several of them is
   * assigned to one. Throws UnreadableSource.
   */
  pages(hours: SourceHours, signal: AbortSignal): AsyncIterable<readonly FoundDocument[]>;
  /** Reads documents as they are at this moment; an outcome for each, in order. */
  read(refs: readonly DocumentRef[], signal: AbortSignal): Promise<readonly ReadOutcome[]>;
  /**
   * Replaces `tags` if the document was not changed since. Returns an outcome for each, in order.
   */
  write(updates: readonly ReadDocument[], signal: AbortSignal): Promise<readonly WriteOutcome[]>;
}

/**
 * Says in which indices documents must not be updated, before anything is written. Every feature
 * that updates documents asks it first.
 */
export interface UpdateGuard {
  /**
   * Of these indices, those in which any update would lose data, and those for which that is not
   * known: an update rewrites a document from what its index has kept of it.
   */
  losing(indices: Iterable<string>, signal: AbortSignal): Promise<ReadonlyMap<string, Refused>>;
  /** Of these indices, those in which no search would find the tag, or that would refuse it. */
  hiding(
    indices: Iterable<string>,
    tag: string,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Refused>>;
}

/**
 * Selects journal entries: those of a scope, of a run, of one attempt at it, or of a day in any
 * zone.
 */
export type JournalSelection =
  | { readonly scope: string }
  | { readonly scope: string; readonly run_id: string }
  | { readonly scope: string; readonly run_id: string; readonly attempt: string }
  | { readonly scope: string; readonly day: string };

/** How many tags the journal lists: one for each document and source. */
export interface JournalCount {
  readonly tagged: number;
  /** Documents that may have their tag or not: no answer has come. */
  readonly unsettled: number;
}

/**
 * The journal of what was tagged. Adding, settling, replacing and removing can each be repeated
 * safely.
 */
export interface TagJournal {
  add(entry: JournalEntry, signal: AbortSignal): Promise<void>;
  /** Replaces an unsettled entry by what is known to be tagged. */
  settle(entry: JournalEntry, signal: AbortSignal): Promise<void>;
  replace(entry: JournalEntry, signal: AbortSignal): Promise<void>;
  remove(id: string, signal: AbortSignal): Promise<void>;
  /** The heads of all entries added so far, even of those added a moment ago. */
  heads(selection: JournalSelection, signal: AbortSignal): AsyncIterable<JournalHead>;
  /** The entry as it is at this moment; undefined if it is gone. */
  read(id: string, signal: AbortSignal): Promise<JournalEntry | undefined>;
  /** How many tags the entries added so far list. */
  count(selection: JournalSelection, signal: AbortSignal): Promise<JournalCount>;
  /** Makes recent writes visible to callers that only read the journal. */
  refresh(signal: AbortSignal): Promise<void>;
}

export interface TaggingPorts {
  readonly documents: TaggableDocuments;
  readonly journal: TagJournal;
  readonly guard: UpdateGuard;
  readonly wait: Wait;
}
