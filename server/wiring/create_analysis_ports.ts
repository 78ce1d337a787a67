import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources';
import {
  type AnalyzeDayPorts,
  type TagOutcome,
  assessedSources,
  type Run,
  type RunLedger,
  type RunPorts,
} from '../app/runs';
import { waitFor } from '../app/basics';
import { countHours } from '../app/counting';
import {
  tagFindings,
  describeLeftOut,
  describeStillTagged,
  isWorthAnotherTry,
  type TaggedRecord,
  type TaggingResult,
  untag,
  type UntaggedAttempt,
} from '../app/tagging';
import { createCountingPorts } from './create_counting_ports';
import { createTaggingPorts } from './create_tagging_ports';
import { describeError, isSessionOver } from './describe_error';
import {
  fetchFindings,
  saveFindings,
  createRunLedger,
  createSeriesWriter,
} from '../elastic/results';

/** What an analysis is to do, and who wants to be told. */
export interface AnalysisOptions {
  readonly scope: string;
  /** Those that findings may name. */
  readonly sources: readonly Source[];
  readonly now: () => Date;
  /** Whether the documents of flagged hours are tagged. */
  readonly is_tagging: boolean;
  /** Told of each batch of documents right after they were tagged. */
  readonly onTagged?: (records: readonly TaggedRecord[]) => void | Promise<void>;
  /** Told what tagging came to. */
  readonly onTaggingDone?: (result: TaggingResult) => void;
}

/** All that analyzing a day needs, but how its run is saved and shown. */
export interface AnalysisPorts extends Omit<AnalyzeDayPorts, 'saveRun' | 'onProgress'> {
  readonly ledger: RunLedger;
  readonly missingRights: NonNullable<RunPorts['missingRights']>;
  /** Takes away the tags that one attempt at a run has placed; tells how many, as it goes. */
  readonly untagAttempt: (
    run: Run,
    onUntagged: (documents: number) => void,
    signal: AbortSignal,
  ) => Promise<UntaggedAttempt>;
}

function createTagging(
  client: Client,
  { sources, now, onTagged, onTaggingDone }: AnalysisOptions,
): NonNullable<AnalyzeDayPorts['tagFindings']> {
  return async (findings, run, onProgress, signal): Promise<TagOutcome> => {
    const request = {
      run,
      findings,
      sources,
      judged_sources: assessedSources(run),
      call: randomUUID(),
    };
    const listener = onTagged === undefined ? {} : { onTagged };
    const ports = { ...createTaggingPorts(client), ...listener, now, onProgress };
    const result = await tagFindings(request, ports, signal);
    onTaggingDone?.(result);
    const tagged = result.updated + result.already_tagged;
    const left_out = describeLeftOut(result);
    return { tagged, left_out, is_incomplete: isWorthAnotherTry(result) };
  };
}

/**
 * Everything that analyzing a day needs of Elasticsearch, in the name of one client's user, with
 * results kept for a scope; for one analysis at a time.
 */
export function createAnalysisPorts(client: Client, options: AnalysisOptions): AnalysisPorts {
  const { scope, now, is_tagging: isTagging } = options;
  let counting = createCountingPorts(client, scope);
  return {
    ledger: createRunLedger(client),
    missingRights: async ({ sources }, signal) => {
      // Each run asks anew: rights may have changed since the last one.
      counting = createCountingPorts(client, scope);
      const enabled = sources.filter((source) => source.enabled);
      const missing = enabled.map((source) => counting.missingRights(source, signal));
      return [...new Set((await Promise.all(missing)).flat())];
    },
    countSource: (source, tested, training, onDay, signal) =>
      countHours({ source, tested, training, now: now(), onDay }, counting, signal),
    earlierFindings: async (runId, sources, signal) =>
      (await fetchFindings(client, runId, signal)).filter(({ source }) => sources.has(source)),
    wait: waitFor,
    openSeries: createSeriesWriter(client),
    saveFindings: (run, findings, signal) => saveFindings(client, run, findings, now, signal),
    ...(isTagging ? { tagFindings: createTagging(client, options) } : {}),
    untagAttempt: async ({ scope: ofRun, run_id: runId, attempt }, onUntagged, signal) => {
      const ports = { ...createTaggingPorts(client), onUntagged };
      const selection = { scope: ofRun, run_id: runId, attempt };
      const { removed, refused } = await untag(selection, ports, signal);
      const left = await ports.journal.count({ scope: ofRun, run_id: runId }, signal);
      return { removed, left, left_out: describeStillTagged(refused) };
    },
    describeError,
    isSessionOver,
  };
}
