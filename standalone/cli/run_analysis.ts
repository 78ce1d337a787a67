import { randomUUID } from 'node:crypto';
import type { Client } from '../../server/elastic/client';
import type { Settings } from '../../common/settings';
import { bySurprise } from '../../common/incidents';
import type { Day } from '../../common/time';
import type { Finding } from '../../common/waveform/hours';
import {
  countDocumentsToTag,
  type TaggedRecord,
  type TaggingResult,
} from '../../server/app/tagging';
import {
  assessedSources,
  type Run,
  type RunProgress,
  type RunStatus,
  RunSuperseded,
  RunService,
  isAlive,
} from '../../server/app/runs';
import { allOver, waitFor } from '../../server/app/basics';
import type { SilenceRow } from '../../server/app/silence';
import { createAnalysisPorts, silencesOf } from '../../server/wiring';
import type { Survey } from '../../server/elastic/counting';
import { ensureIndices, fetchRun } from '../../server/elastic/results';
import {
  fetchDocumentsToTag,
  fetchTaggedByDay,
  type DocumentsToTag,
  withListedDocuments,
} from '../../server/elastic/tagging';
import { fetchJudgments, fetchMarks } from '../../server/elastic/silence';
import { fetchUserName } from '../../server/elastic/asking';
import { countUnjudged } from '../../server/answers';
import { say } from './basics/output';
import { UserError } from './basics/user_error';
import { withDiskWatched } from './with_disk_watched';

/** How often to check whether another command has ended. */
const LOOK_AGAIN_MS = 1_000;
const ENDED: readonly RunStatus[] = ['analyzed', 'partial'];

/** Which day is to be analyzed, how, and the callbacks. */
export interface AnalysisTask {
  readonly day: Day;
  readonly settings: Settings;
  readonly scope: string;
  readonly isTagging: boolean;
  /** Whether results of sources that were defined differently are to be replaced. */
  readonly isReplacing?: boolean;
  /** What has just been found out about the indices; absent if nothing has. */
  readonly survey?: Survey;
  /** Called with each batch of documents right after they were tagged. */
  readonly onTagged?: (records: readonly TaggedRecord[]) => void | Promise<void>;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** A day, analyzed. */
export interface Analysis {
  readonly run: Run;
  readonly findings: readonly Finding[];
  /** Findings about series without a judgment; undefined if none is judged. */
  readonly unjudged: number | undefined;
  /** What was silent at the end of the day. */
  readonly silences: readonly SilenceRow[];
  /** Null if the run only looked. */
  readonly tagging: TaggingResult | null;
  /** Null if the run has tagged, or must not. */
  readonly to_tag: DocumentsToTag | null;
}

/** The state of a run while it is in progress. */
interface Yield {
  findings: Iterable<Finding>;
  tagging: TaggingResult | null;
  /** Null if the run has tagged, or must not. It may still be under way. */
  to_tag: Promise<DocumentsToTag> | null;
  failure: { readonly error: unknown } | null;
}

async function runToEnd(
  client: Client,
  task: AnalysisTask,
  left: Yield,
  signal: AbortSignal,
): Promise<Run> {
  const { day, settings, scope, isTagging, isReplacing = false, onTagged, onProgress } = task;
  const service = new RunService(() => new Date(), waitFor);
  const ports = createAnalysisPorts(client, {
    scope,
    now: () => new Date(),
    isTagging,
    isWatching: true,
    survey: task.survey,
  });
  const listening = {
    ...ports,
    ...(onTagged === undefined ? {} : { onTagged }),
    onTaggingDone: (result: TaggingResult) => (left.tagging = result),
    ...(onProgress === undefined ? {} : { onProgress }),
    saveFindings: async (run: Run, findings: Iterable<Finding>, stop: AbortSignal) => {
      await ports.saveFindings(run, findings, stop);
      left.findings = findings;
      // The run looks at silence at the same time.
      if (!isTagging && run.seen_by === null) {
        left.to_tag = documentsToTag(client, run, [...findings].sort(bySurprise), task, stop);
        void Promise.allSettled([left.to_tag]);
      }
    },
    onWaiting: ({ day: ofRun }: Run) =>
      say(`${ofRun} is being analyzed for other sources. Waiting for that to end.`),
    onFailed: (_run: Run, error: unknown) => (left.failure = { error }),
  };
  const request = {
    day,
    scope,
    settings,
    now: new Date(),
    attempt: randomUUID(),
    started_by: await fetchUserName(client, signal),
    origin: 'command' as const,
    is_replacing: isReplacing,
  };
  const begun = await service.start(request, listening, signal);
  const stop = (): void => service.stop(begun.run_id);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return begun.done.finally(async () => {
    signal.removeEventListener('abort', stop);
    await Promise.allSettled([left.to_tag]);
  });
}

/** How many documents would be tagged; if Elasticsearch cannot tell, one for each event. */
async function documentsToTag(
  client: Client,
  run: Run,
  findings: readonly Finding[],
  { settings: { sources } }: AnalysisTask,
  signal: AbortSignal,
): Promise<DocumentsToTag> {
  const counted = await fetchDocumentsToTag(client, { run, findings, sources }, signal);
  return counted ?? { documents: countDocumentsToTag(findings), untagged: null, refused: [] };
}

/** How many findings are neither judged nor muted, for the headline. */
async function unjudgedIn(
  client: Client,
  run: Run,
  findings: readonly Finding[],
  signal: AbortSignal,
): Promise<number | undefined> {
  if (findings.length === 0) return undefined;
  const judgments = await fetchJudgments(client, run.scope, signal);
  const streams = await fetchMarks(client, run.scope, signal);
  return countUnjudged(findings, { judgments, streams }, run);
}

/** Whether another command now works on the run. */
async function isOvertaken(client: Client, run: Run, { failure }: Yield, signal: AbortSignal) {
  if (failure?.error instanceof RunSuperseded) return true;
  const found = await fetchRun(client, run.run_id, signal);
  return found !== undefined && found.run.attempt !== run.attempt;
}

/** Waits until no process works on the run any more. */
async function waitForOthers(client: Client, { run_id: runId }: Run, signal: AbortSignal) {
  for (;;) {
    const found = await fetchRun(client, runId, signal);
    if (found === undefined || !isAlive(found.run, new Date())) return;
    await waitFor(LOOK_AGAIN_MS, signal);
  }
}

/**
 * Runs the analysis to its end. If two commands begin at once, the later one takes over. The other
 * waits for it, then does its own work with the counts that were kept.
 *
 * @throws as `runAnalysis`
 */
async function runUntilOurs(
  client: Client,
  task: AnalysisTask,
  signal: AbortSignal,
): Promise<Yield & { readonly run: Run }> {
  for (;;) {
    const left: Yield = { findings: [], tagging: null, to_tag: null, failure: null };
    const run = await runToEnd(client, task, left, signal);
    signal.throwIfAborted();
    if (left.failure === null && ENDED.includes(run.status)) return { ...left, run };
    if (!(await isOvertaken(client, run, left, signal))) {
      if (left.failure !== null) throw left.failure.error;
      throw new UserError(`someone else stopped the analysis of ${run.day}`);
    }
    say(`Another command analyzes ${run.day}. This command waits for it, then continues.`);
    await waitForOthers(client, run, signal);
  }
}

/**
 * A run that has tagged, with the number of documents that have a tag of its sources: one that two
 * of them tag is one document. Other settings may have tagged for other sources on that day.
 */
async function withOwnDocuments(client: Client, run: Run, signal: AbortSignal): Promise<Run> {
  const { scope, day } = run;
  const range = { scope, from: day, to: day, sources: assessedSources(run) };
  const tagged = await fetchTaggedByDay(client, range, signal);
  const [told = run] = await withListedDocuments(client, [run], signal, tagged);
  return told;
}

async function analyzeToEnd(
  client: Client,
  task: AnalysisTask,
  signal: AbortSignal,
): Promise<Analysis> {
  await ensureIndices(client, signal);
  const ended = await runUntilOurs(client, task, signal);
  const { findings: found, tagging, to_tag: toTag } = ended;
  const run = tagging === null ? ended.run : await withOwnDocuments(client, ended.run, signal);
  const findings = [...found].sort(bySurprise);
  const [unjudged, silences] = await allOver([
    unjudgedIn(client, run, findings, signal),
    silencesOf(client, task.settings, task.day, new Date(), signal),
  ]);
  return { run, findings, unjudged, silences, tagging, to_tag: await toTag };
}

/**
 * Analyzes a day to its end, as the run that everybody sees in the run history. It can be watched
 * and canceled there.
 *
 * @throws what made the run fail; the signal's reason; UserError if another user stopped it, or if
 * the disk is full
 */
export async function runAnalysis(
  client: Client,
  task: AnalysisTask,
  signal: AbortSignal,
): Promise<Analysis> {
  return withDiskWatched(client, (stop) => analyzeToEnd(client, task, stop), signal);
}
