import { seriesKey } from '../../../common/sources';
import { localDay } from '../../../common/time';
import { closedHours, type Finding } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { costSince, lastWord } from '../basics';
import { explainFindings } from '../explaining';
import type { AnalyzeDayPorts } from './analyze_day_ports';
import { assessedSources, withoutSources } from './earlier_attempts';
import { assessSources, type AssessedSources } from './assess_sources';
import { ProgressTracker } from './progress_tracker';
import { withoutMuted } from '../tagging';
import type { Run, SourceResult } from './run';
import { endOfRun } from './end/run_end';
import { SilencesOfRun } from './end/silences_of_run';
import { startedRun, type RunRequest } from './started_run';
import { tagRun } from './tag_run';

export interface AnalyzedDay {
  readonly run: Run;
  /** In any order. There may be too many to hold all of them at once. */
  readonly findings: Iterable<Finding>;
}

function seriesOf({ source, subtype }: Finding): string {
  return seriesKey(source, subtype);
}

function assessedRun(started: Run, assessed: AssessedSources, earlier: readonly Finding[]): Run {
  const { results, findings, leftOut, documents } = assessed;
  const ofSeries = earlier.filter(({ subtype }) => subtype !== null);
  const sum = (of: (result: SourceResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    ...started,
    source_results: results,
    earlier: withoutSources(started.earlier ?? [], assessedSources({ source_results: results })),
    series: sum(({ series }) => series),
    series_unusual: sum(({ series_unusual = 0 }) => series_unusual) + ofSeries.length,
    findings: findings.length + earlier.length,
    documents,
    left_out: [...leftOut, ...earlierWords(earlier)],
  };
}

/**
 * Findings of earlier attempts at the run in sources that are unknown this time. They stay, as do
 * their tags: not knowing is not a reason to take a finding back.
 */
async function stillHolding(
  assessed: AssessedSources,
  runId: string,
  { earlierFindings }: AnalyzeDayPorts,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const unknown = new Set(
    assessed.results.flatMap(({ source, state }) => (state === 'unknown' ? [source] : [])),
  );
  if (earlierFindings === undefined || unknown.size === 0) return [];
  const again = new Set<string>();
  for (const finding of assessed.findings) again.add(seriesOf(finding));
  const found = await earlierFindings(runId, unknown, signal);
  return found.filter((finding) => !again.has(seriesOf(finding)));
}

/** The findings as incidents, with who or what they are. */
async function explain(
  { settings }: RunRequest,
  run: Run,
  { findings }: AssessedSources,
  { explaining }: AnalyzeDayPorts,
  signal: AbortSignal,
) {
  if (explaining === undefined) return { findings, notes: [] };
  const { sources, incidents } = settings;
  const isAgain = (run.earlier ?? []).length > 0;
  const toExplain = { runId: run.run_id, findings, sources, isAgain };
  return explainFindings({ ...toExplain, leastShared: incidents.least_shared }, explaining, signal);
}

function withNotes(assessed: AssessedSources, notes: readonly string[]): AssessedSources {
  return { ...assessed, leftOut: [...assessed.leftOut, ...notes] };
}

function earlierWords({ length }: readonly Finding[]): string[] {
  if (length === 0) return [];
  const findings = pluralWords(length, 'finding');
  return [`${findings} of an earlier analysis kept, because sources are unknown now`];
}

/** One after the other, as often as they are iterated. */
function both<T>(first: Iterable<T>, second: Iterable<T>): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      yield* first;
      yield* second;
    },
  };
}

/**
 * Whether the whole day is known, all documents were seen and all sources fit, or less than that.
 */
function endStatus(run: Run, now: Date): 'analyzed' | 'partial' {
  const isWhole = closedHours(localDay(run.day, run.zone), now.getTime()).every(Boolean);
  const isKnown = run.source_results.every(
    ({ state, is_troubled: isTroubled, is_misfit: isMisfit, is_defined_otherwise: isOther }) =>
      isOther === true || (state === 'judged' && isTroubled !== true && isMisfit !== true),
  );
  return isWhole && isKnown && run.seen_by === null ? 'analyzed' : 'partial';
}

/** Begins to measure. The returned function gives the cost since then. */
function costsFromNow({ spent }: Pick<AnalyzeDayPorts, 'spent'>) {
  const [began, before] = [Date.now(), spent?.()];
  return (): Pick<Run, 'duration_ms' | 'cost'> => ({
    duration_ms: Date.now() - began,
    ...(spent && before && { cost: costSince(before, spent()) }),
  });
}

/**
 * Analyzes one day: counts its hours and those of its training days, assesses every series of the
 * enabled sources, stores the findings and, if the run is to tag, tags their documents. What was
 * silent is stored before the run is said to have ended, so that nobody reads the day without it.
 *
 * Ids are derived from scope, day and zone, so a run that stopped halfway is simply run again. It
 * replaces the results of earlier attempts in the sources that it could assess, and nothing else.
 *
 * @throws what the ports throw; the run is then stored as failed, or as canceled after an abort
 */
export async function analyzeDay(
  request: RunRequest,
  ports: AnalyzeDayPorts,
  signal: AbortSignal,
): Promise<AnalyzedDay> {
  const costs = costsFromNow(ports);
  const progress = new ProgressTracker((present) => ports.onProgress?.(present));
  let run = startedRun(request);
  await ports.saveRun(run, signal);
  const silences = new SilencesOfRun(run, request.settings, ports, signal);
  try {
    const assessed = await assessSources(request, run, ports, progress, silences.begin, signal);
    const earlier = await stillHolding(assessed, run.run_id, ports, signal);
    const explained = await explain(request, run, assessed, ports, signal);
    const known = assessedRun(run, withNotes(assessed, explained.notes), earlier);
    await ports.saveFindings(known, explained.findings, signal);
    run = known;
    const unmuted = withoutMuted(assessed.findings, request.marks);
    if (ports.isTagging) run = { ...run, left_out: [...run.left_out, ...unmuted.notes] };
    const toTag = { run, findings: unmuted.findings, sources: request.settings.sources };
    const tagged = await tagRun(toTag, ports, progress, signal);
    const watched = await silences.keptBy(tagged.run);
    ({ run } = watched);
    progress.done();
    const isInPart = tagged.isIncomplete || watched.isTroubled;
    const status = isInPart ? 'partial' : endStatus(run, request.now);
    run = { ...run, status, progress: progress.current, ...costs() };
    await ports.saveRun(run, signal);
    return { run, findings: both(explained.findings, earlier) };
  } catch (error) {
    const end = endOfRun(error, signal, ports);
    run = { ...run, ...end, progress: progress.current, ...costs() };
    await saveLastWord(run, ports);
    throw error;
  } finally {
    await silences.end();
  }
}

/**
 * Tries to store how the run ended. If that fails too, the first error is the one that the user
 * needs.
 */
async function saveLastWord(run: Run, ports: AnalyzeDayPorts): Promise<void> {
  try {
    await ports.saveRun(run, lastWord());
  } catch {
    // Elasticsearch is gone: the run stays "running", and analyzing the day again repairs it.
  }
}
