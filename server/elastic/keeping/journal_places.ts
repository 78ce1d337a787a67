import type { Client } from '../client';
import type { JournalPlaces, Removal } from '../../app/keeping';
import { refusalType, searchPages } from '../asking';
import { JOURNAL_INDEX } from '../results';
import { removeVersions, versionOfHit } from './remove_documents';

const ENTRIES_PER_PAGE = 200;

interface Places {
  readonly hits?: readonly { readonly index?: unknown }[];
}

/**
 * All entries of the journal, with the indices of the documents that each lists; none if there is
 * no journal.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function* fetchJournalPlaces(
  client: Client,
  scope: string,
  signal: AbortSignal,
): AsyncGenerator<readonly JournalPlaces[]> {
  const request = {
    index: JOURNAL_INDEX,
    query: { bool: { filter: [{ term: { scope } }] } },
    size: ENTRIES_PER_PAGE,
    source: ['hits.index'],
    ignore_unavailable: false,
  };
  try {
    for await (const hits of searchPages<Places>(client, request, signal)) {
      yield hits.flatMap((hit) => {
        const version = versionOfHit(hit);
        if (version === undefined) return [];
        const named = (hit._source?.hits ?? []).flatMap(({ index }) =>
          typeof index === 'string' ? [index] : [],
        );
        const { id, seq_no, primary_term } = version;
        return [{ id, version: `${seq_no}:${primary_term}`, indices: [...new Set(named)] }];
      });
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
}

/**
 * Deletes journal entries that were not written since they were read.
 *
 * @throws errors of the connection, and the abort
 */
export function removeJournalEntries(
  client: Client,
  entries: readonly JournalPlaces[],
  signal: AbortSignal,
): Promise<Removal> {
  const versions = entries.map(({ id, version }) => {
    const [seq_no = NaN, primary_term = NaN] = version.split(':').map(Number);
    return { id, seq_no, primary_term };
  });
  return removeVersions(client, JOURNAL_INDEX, versions, signal);
}
