import type { Source } from '../../../common/sources';
import { hoursToTag, type FindingsOfDay } from './hours_to_tag';
import { withUnsettled, type JournalDocument, type JournalEntry } from './journal_entry';
import { UnreadableSource, type FoundDocument, type TaggingPorts } from './tagging_ports';
import type { TaggingTally } from './tagging_tally';
import { hasTag, tagsShape } from './tags_field';

/** The inputs of the batches. */
export interface BatchesRequest extends FindingsOfDay {
  readonly run: {
    readonly scope: string;
    readonly run_id: string;
    readonly attempt: string;
    readonly day: string;
    readonly zone: string;
  };
  /** Different for each call, such as a UUID: no two calls ever write the same journal entry. */
  readonly call: string;
}

export interface BatchPorts extends Pick<TaggingPorts, 'documents' | 'guard'> {
  readonly now: () => Date;
}

/** Documents of a source that lack its tag, and the journal entry that is to list them. */
export interface Batch {
  readonly source: Source;
  readonly entry: JournalEntry;
  readonly documents: readonly FoundDocument[];
}

/** A document as the journal lists it. */
export function listed(document: FoundDocument): JournalDocument {
  const { index, id, routing, subtype, hour, tags } = document;
  const routed = routing === undefined ? {} : { routing };
  return { index, id, ...routed, subtype, hour, was: tagsShape(tags) };
}

/**
 * Of documents that have the tag according to a search, those that have lost it since. A search may
 * be behind by seconds, and leaving them out would go unnoticed.
 */
async function untaggedSince(
  seen: readonly FoundDocument[],
  tag: string,
  tally: TaggingTally,
  ports: BatchPorts,
  signal: AbortSignal,
): Promise<FoundDocument[]> {
  if (seen.length === 0) return [];
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

/**
 * The documents of a page that may be read: those of indices in which searches would find the tag.
 * In indices where an update loses data, only documents that already have their tag.
 */
async function unguarded(
  page: readonly FoundDocument[],
  tag: string,
  { refusals }: TaggingTally,
  { guard }: BatchPorts,
  signal: AbortSignal,
): Promise<FoundDocument[]> {
  const indices = new Set(page.map(({ index }) => index));
  const losing = await guard.losing(indices, signal);
  const hiding = await guard.hiding(indices, tag, signal);
  return page.filter(({ index, tags }) => {
    const lost = hasTag(tags, tag) ? undefined : losing.get(index);
    const refused = lost ?? hiding.get(index);
    if (refused !== undefined) refusals.add(index, refused);
    return refused === undefined;
  });
}

/** The documents of a page that lack the tag and whose index accepts updates. */
async function toBeTagged(
  page: readonly FoundDocument[],
  tag: string,
  tally: TaggingTally,
  ports: BatchPorts,
  signal: AbortSignal,
): Promise<FoundDocument[]> {
  const open = await unguarded(page, tag, tally, ports, signal);
  const seen = open.filter(({ tags }) => hasTag(tags, tag));
  const lacking = open.filter(({ tags }) => !hasTag(tags, tag));
  const lost = await untaggedSince(seen, tag, tally, ports, signal);
  return [...lacking, ...lost].filter(({ index }) => {
    const refused = tally.refusals.refusalOf(index);
    if (refused !== undefined) tally.refusals.add(index, refused);
    return refused === undefined;
  });
}

function entryFor(
  { run, call }: BatchesRequest,
  source: Source,
  batch: number,
  documents: readonly FoundDocument[],
  now: Date,
): JournalEntry {
  const empty = {
    id: `${run.run_id}:${call}:${batch}`,
    '@timestamp': now.toISOString(),
    scope: run.scope,
    run_id: run.run_id,
    day: run.day,
    source: source.id,
    tag: source.tag,
    attempt: run.attempt,
    batch,
    series: [],
    documents: 0,
    hits: [],
  };
  return withUnsettled(empty, documents.map(listed));
}

/**
 * Reads the documents of flagged hours page after page, and yields those that lack their tag. A
 * source that cannot be read is noted and skipped.
 *
 * @throws what the ports throw: no connection, an abort
 */
export async function* batchesToTag(
  request: BatchesRequest,
  tally: TaggingTally,
  ports: BatchPorts,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  let batch = 0;
  for (const hours of hoursToTag(request)) {
    const { source } = hours;
    try {
      for await (const page of ports.documents.pages(hours, signal)) {
        const documents = await toBeTagged(page, source.tag, tally, ports, signal);
        if (documents.length === 0) continue;
        batch += 1;
        const entry = entryFor(request, source, batch, documents, ports.now());
        yield { source, entry, documents };
      }
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      tally.unread.push({ source: source.id, reason: error.message });
    }
  }
}
