import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { KeptKind, Outdated, RetentionPorts } from '../../app/keeping';
import { COUNTS_INDEX } from '../counting';
import { FINDINGS_INDEX, RUNS_INDEX, SERIES_INDEX } from '../results';
import { fetchDaysAtWork } from './days_at_work';
import { isIndexGone } from './is_index_gone';
import { fetchJournalPlaces, removeJournalEntries } from './journal_places';
import { removeFound } from './remove_documents';

const INDEX_OF: Readonly<Record<KeptKind, string>> = {
  runs: RUNS_INDEX,
  findings: FINDINGS_INDEX,
  series: SERIES_INDEX,
  counts: COUNTS_INDEX,
};

/** Documents of a scope and an earlier day, except those of some runs. */
function outdatedQuery({ scope, before, except }: Outdated): estypes.QueryDslQueryContainer {
  return {
    bool: {
      filter: [{ term: { scope } }, { range: { day: { lt: before } } }],
      must_not: [{ terms: { run_id: [...except] } }],
    },
  };
}

/** Retention by one Elasticsearch client. */
export function createRetentionPorts(client: Client): RetentionPorts {
  return {
    daysAtWork: (scope, signal) => fetchDaysAtWork(client, scope, signal),
    removeOutdated: (kind, outdated, signal) =>
      removeFound(client, INDEX_OF[kind], outdatedQuery(outdated), signal),
    journal: (scope, signal) => fetchJournalPlaces(client, scope, signal),
    isGone: (index, signal) => isIndexGone(client, index, signal),
    removeEntries: (entries, signal) => removeJournalEntries(client, entries, signal),
  };
}
