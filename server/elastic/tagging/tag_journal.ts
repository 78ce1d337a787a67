import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { NOT_FOUND } from '../../../common/http';
import type { JournalEntry, JournalHead, JournalSelection, TagJournal } from '../../app/tagging';
import { refusalType, patiently, asResponseError, searchPages, writePatiently } from '../asking';
import { JOURNAL_INDEX } from '../results';
import { fetchListedDocuments } from './fetch_listed_documents';
const HEAD_FIELDS = ['day', 'source', 'tag', 'series', 'documents'];
const HEADS_AT_A_TIME = 1_000;
/** An id that no entry has. */
const NO_ENTRY = 'none';

type StoredHead = Omit<JournalHead, 'id'>;

function isMissing(error: unknown): boolean {
  return asResponseError(error)?.statusCode === NOT_FOUND;
}

/** Searches for the entries of a scope, of a run, of one attempt at it, or of a day. */
export function getHeadsQuery(selection: JournalSelection): estypes.QueryDslQueryContainer {
  const filter = Object.entries(selection).map(([field, value]) => ({ term: { [field]: value } }));
  return { bool: { filter } };
}

/**
 * Makes recent writes visible to searches. A refresh request needs a privilege of its own. Deleting
 * a document that does not exist only needs the one to write, and refreshes its shard, which is the
 * only one of the journal.
 *
 * @returns false if there is no journal yet
 */
async function refresh(client: Client, signal: AbortSignal): Promise<boolean> {
  const request = { index: JOURNAL_INDEX, id: NO_ENTRY, refresh: true };
  try {
    await patiently(() => client.delete(request, { signal }), signal);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return refusalType(error) !== 'index_not_found_exception';
  }
  return true;
}

/**
 * Reads all heads before it returns the first: processing entries may take long, and a point in
 * time expires.
 */
async function* heads(
  client: Client,
  selection: JournalSelection,
  signal: AbortSignal,
): AsyncGenerator<JournalHead> {
  if (!(await refresh(client, signal))) return;
  const found: JournalHead[] = [];
  const pages = searchPages<StoredHead>(
    client,
    {
      index: JOURNAL_INDEX,
      query: getHeadsQuery(selection),
      size: HEADS_AT_A_TIME,
      source: HEAD_FIELDS,
      ignore_unavailable: false,
    },
    signal,
  );
  for await (const hits of pages) {
    for (const { _id: id, _source: head } of hits) {
      if (id !== undefined && head !== undefined) found.push({ id, ...head });
    }
  }
  yield* found;
}

async function put(
  client: Client,
  { id, ...document }: JournalEntry,
  signal: AbortSignal,
): Promise<void> {
  const request = { index: JOURNAL_INDEX, id, document };
  await writePatiently(() => client.index(request, { signal }), signal);
}

async function remove(client: Client, id: string, signal: AbortSignal): Promise<void> {
  try {
    await writePatiently(() => client.delete({ index: JOURNAL_INDEX, id }, { signal }), signal);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function read(
  client: Client,
  id: string,
  signal: AbortSignal,
): Promise<JournalEntry | undefined> {
  const request = { index: JOURNAL_INDEX, id };
  try {
    const { _source: entry } = await patiently(
      () => client.get<Omit<JournalEntry, 'id'>>(request, { signal }),
      signal,
    );
    return entry === undefined ? undefined : { id, ...entry };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return undefined;
  }
}

/**
 * The journal in `logwave-journal`: one document for each entry.
 *
 * Its methods throw the client's errors: without the journal nothing may be tagged.
 */
export function createTagJournal(client: Client): TagJournal {
  return {
    add: (entry, signal) => put(client, entry, signal),
    settle: (entry, signal) => put(client, entry, signal),
    replace: (entry, signal) => put(client, entry, signal),
    remove: (id, signal) => remove(client, id, signal),
    heads: (selection, signal) => heads(client, selection, signal),
    read: (id, signal) => read(client, id, signal),
    count: async (selection, signal) => {
      const isThere = await refresh(client, signal);
      if (!isThere) return { tagged: 0, unsettled: 0 };
      return fetchListedDocuments(client, getHeadsQuery(selection), signal);
    },
    refresh: async (signal) => void (await refresh(client, signal)),
  };
}
