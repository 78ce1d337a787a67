import type { Client } from '../elastic/client';
import type { RunPorts } from '../app/runs';
import { waitFor } from '../app/basics';
import { createCountingPorts } from './create_counting_ports';
import { createExplainingPorts } from './create_explaining_ports';
import { createOverviewPorts } from './create_overview_ports';
import { createTaggingPorts } from './create_tagging_ports';
import { meteredClient } from '../elastic/asking';
import { createSurvey, type Survey } from '../elastic/counting';
import { describeError, isSessionOver } from './describe_error';
import {
  fetchFindings,
  saveFindings,
  createRunLedger,
  createSeriesWriter,
} from '../elastic/results';
import { fetchDecisions, fetchMarks } from '../elastic/silence';
import { silenceKeeper } from './silence_keeper';

/** What an analysis is to do. */
export interface AnalysisOptions {
  readonly scope: string;
  readonly now: () => Date;
  /** Whether the documents of flagged hours are tagged. */
  readonly isTagging: boolean;
  /** Whether what is silent is stored as well, for everybody and not only for the scope. */
  readonly isWatching?: boolean;
  /** What has just been found out about the indices; absent if nothing has. */
  readonly survey?: Survey | undefined;
}

/**
 * The ports for analyzing a day with Elasticsearch, in the name of one client's user, with results
 * stored for a scope.
 */
export function createAnalysisPorts(
  caller: Client,
  { scope, now, isTagging, isWatching = false, survey = createSurvey() }: AnalysisOptions,
): RunPorts {
  const { client, spent } = meteredClient(caller);
  return {
    // Signs of life are not part of the cost of an analysis: there is one for each second.
    ledger: createRunLedger(caller),
    openCounting: () => createCountingPorts(client, scope, survey),
    overview: createOverviewPorts(client),
    explaining: createExplainingPorts(client),
    openTagging: () => createTaggingPorts(client),
    isTagging,
    earlierFindings: async (runId, sources, signal) =>
      (await fetchFindings(client, runId, signal)).filter(({ source }) => sources.has(source)),
    decisions: (ofScope, signal) => fetchDecisions(client, ofScope, signal),
    streamMarks: (ofScope, signal) => fetchMarks(client, ofScope, signal),
    wait: waitFor,
    openSeries: createSeriesWriter(client),
    saveFindings: (run, findings, signal) => saveFindings(client, run, findings, now, signal),
    // The look at silence asks about the same indices again.
    ...(isWatching && silenceKeeper(client, now, survey)),
    spent,
    describeError,
    isSessionOver,
  };
}
