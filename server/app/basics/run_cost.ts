/** What an analysis asked of Elasticsearch. */
export interface RunCost {
  /** Searches that were sent, including retries. */
  readonly searches: number;
  /** Documents that were written: tagged documents, the journal, counts, series and findings. */
  readonly documents_written: number;
}

/** The cost between two readings of one meter. */
export function costSince(before: RunCost, now: RunCost): RunCost {
  return {
    searches: now.searches - before.searches,
    documents_written: now.documents_written - before.documents_written,
  };
}
