import type { Settings } from '../../common/settings/settings';
import type { Source } from '../../common/sources/source';
import { daysBefore, type Day } from '../../common/time/day';
import { localDay, type LocalDay } from '../../common/time/local_day';
import { closedHours } from '../../common/waveform/closed_hours';
import type { Finding } from '../../common/waveform/finding';
import type { CountedDay, SourceDay } from '../../common/waveform/source_day';
import { pluralWords } from '../../common/waveform/words';
import { judgeSource } from './judge_source';
import { runIdOf, type Run, type SourceResult } from './run';
import { settingsHash } from './settings_hash';

/** A source's counts for the tested day and the training days. */
export interface CountedSource {
  readonly tested: CountedDay;
  readonly training: readonly CountedDay[];
  /** What a reader must know about these counts: one sentence each. */
  readonly notes: readonly string[];
  readonly searches: number;
}

/** What became of tagging: how many documents carry the tag now, and what was refused. */
export interface TagOutcome {
  readonly tagged: number;
  readonly left_out: readonly string[];
}

/** How far a run has come. */
export interface RunProgress {
  readonly phase: 'counting' | 'tagging';
  readonly sources_done: number;
  readonly sources: number;
  readonly series: number;
  readonly findings: number;
}

/** What analysing a day needs from the outside. */
export interface AnalyzeDayPorts {
  countSource(
    source: Source,
    tested: LocalDay,
    training: readonly Day[],
    signal: AbortSignal,
  ): Promise<CountedSource>;
  saveRun(run: Run, signal: AbortSignal): Promise<void>;
  saveFindings(run: Run, findings: readonly Finding[], signal: AbortSignal): Promise<void>;
  /** Absent where the run only looks. */
  readonly tagFindings?: (
    findings: readonly Finding[],
    run: Run,
    signal: AbortSignal,
  ) => Promise<TagOutcome>;
  /** What went wrong, in a sentence. */
  describeError(error: unknown): string;
  onProgress?(progress: RunProgress): void;
}

export interface AnalyzeDayRequest {
  readonly day: Day;
  readonly scope: string;
  readonly settings: Settings;
  readonly now: Date;
}

export interface AnalyzedDay {
  readonly run: Run;
  /** The most unusual first. */
  readonly findings: readonly Finding[];
}

interface JudgedSources {
  readonly results: readonly SourceResult[];
  readonly findings: readonly Finding[];
  readonly leftOut: readonly string[];
}

function knownDays(days: readonly CountedDay[]): SourceDay[] {
  return days.flatMap((day) => (day.state === 'known' ? [day.counts] : []));
}

/** Source findings first, then what has no usual day, then by difference. */
function bySurprise(a: Finding, b: Finding): number {
  const surprise = ({ subtype, difference }: Finding): number => {
    if (subtype === null) return Infinity;
    return difference ?? Number.MAX_VALUE;
  };
  const gap = surprise(b) - surprise(a);
  if (gap !== 0 && !Number.isNaN(gap)) return gap;
  return `${a.source} ${a.subtype ?? ''}` < `${b.source} ${b.subtype ?? ''}` ? -1 : 1;
}

function notesOn(
  source: Source,
  counted: CountedSource,
  unknown: number,
  openHours: number,
): string[] {
  const notes = counted.notes.map((note) => `${source.id}: ${note}`);
  const { tested } = counted;
  if (tested.state === 'unknown') return [...notes, `${source.id}: not judged, ${tested.reason}`];
  const lacking = tested.counts.without_subtype;
  if (lacking > 0) {
    const fields = source.subtype_fields.join(' or ');
    notes.push(`${source.id}: ${pluralWords(lacking, 'document')} without ${fields}, in no series`);
  }
  if (unknown === 0) return notes;
  const why =
    openHours > 0 ? `${pluralWords(openHours, 'hour')} of the day not over yet` : 'hours unknown';
  return [
    ...notes,
    `${source.id}: ${pluralWords(unknown, 'series', 'series')} not judged, ${why}; the talk's method needs a whole day`,
  ];
}

async function judgeSources(
  { day, scope, settings, now }: AnalyzeDayRequest,
  run: Run,
  ports: AnalyzeDayPorts,
  signal: AbortSignal,
): Promise<JudgedSources> {
  const local = localDay(day, settings.zone);
  const closed = closedHours(local, now.getTime());
  const openHours = new Set(closed.flatMap((isClosed, hour) => (isClosed ? [] : [hour])));
  const trainingDays = daysBefore(day, settings.training.days);
  const sources = settings.sources.filter(({ enabled }) => enabled);
  const identity = { scope, run_id: run.run_id, settings_hash: run.settings_hash };
  const results: SourceResult[] = [];
  const findings: Finding[] = [];
  const leftOut: string[] = [];
  for (const source of sources) {
    const counted = await ports.countSource(source, local, trainingDays, signal);
    const tested = counted.tested.state === 'known' ? counted.tested.counts : undefined;
    const training = knownDays(counted.training);
    const judged = judgeSource(
      { source, day: local, tested, openHours, training },
      settings,
      identity,
    );
    findings.push(...judged.findings);
    leftOut.push(
      ...notesOn(source, counted, tested === undefined ? 0 : judged.unknown, openHours.size),
    );
    results.push({
      source: source.id,
      state: tested === undefined ? 'unknown' : 'judged',
      series: judged.series,
      documents: tested?.documents ?? 0,
      without_subtype: tested?.without_subtype ?? 0,
      training_days: training.length,
      searches: counted.searches,
    });
    ports.onProgress?.({
      phase: 'counting',
      sources_done: results.length,
      sources: sources.length,
      series: results.reduce((sum, { series }) => sum + series, 0),
      findings: findings.length,
    });
  }
  return { results, findings: findings.sort(bySurprise), leftOut };
}

function startedRun({ day, scope, settings, now }: AnalyzeDayRequest): Run {
  const { method, talk, training, sources, zone } = settings;
  const decisive = {
    method,
    talk,
    training,
    sources: sources.filter(({ enabled }) => enabled),
    zone,
  };
  return {
    '@timestamp': now.toISOString(),
    scope,
    run_id: runIdOf(scope, day, zone),
    day,
    zone,
    status: 'running',
    method,
    settings_hash: settingsHash(decisive),
    settings: decisive,
    source_results: [],
    series: 0,
    series_unusual: 0,
    findings: 0,
    documents: 0,
    tagged: null,
    duration_ms: 0,
    left_out: [],
    error: null,
  };
}

function judgedRun(started: Run, { results, findings, leftOut }: JudgedSources): Run {
  const sum = (of: (result: SourceResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    ...started,
    source_results: results,
    series: sum(({ series }) => series),
    series_unusual: findings.filter(({ subtype }) => subtype !== null).length,
    findings: findings.length,
    documents: sum(({ documents }) => documents),
    left_out: leftOut,
  };
}

/**
 * Analyses one day: counts its hours and those of its training days, judges every series of the
 * enabled sources, stores the findings and, where the ports can, tags their documents.
 *
 * Ids are derived from scope, day and zone, so a run that stopped half way is simply run again.
 *
 * @throws what the ports throw; the run is then kept as failed, or cancelled after an abort
 */
export async function analyzeDay(
  request: AnalyzeDayRequest,
  ports: AnalyzeDayPorts,
  signal: AbortSignal,
): Promise<AnalyzedDay> {
  const began = Date.now();
  let run = startedRun(request);
  await ports.saveRun(run, signal);
  try {
    const judged = await judgeSources(request, run, ports, signal);
    run = judgedRun(run, judged);
    await ports.saveFindings(run, judged.findings, signal);
    if (ports.tagFindings !== undefined) {
      const { tagged, left_out: refused } = await ports.tagFindings(judged.findings, run, signal);
      run = { ...run, tagged, left_out: [...run.left_out, ...refused] };
    }
    const isWhole = closedHours(localDay(run.day, run.zone), request.now.getTime()).every(Boolean);
    const isKnown = run.source_results.every(({ state }) => state === 'judged');
    run = {
      ...run,
      status: isWhole && isKnown ? 'analysed' : 'partial',
      duration_ms: Date.now() - began,
    };
    await ports.saveRun(run, signal);
    return { run, findings: judged.findings };
  } catch (error) {
    const status = signal.aborted ? 'cancelled' : 'failed';
    const message = signal.aborted ? null : ports.describeError(error);
    run = { ...run, status, error: message, duration_ms: Date.now() - began };
    await saveLastWord(run, ports);
    throw error;
  }
}

const LAST_WORD_MS = 5_000;

/** Tries to keep how the run ended; where that fails too, the first error is what the user needs. */
async function saveLastWord(run: Run, ports: AnalyzeDayPorts): Promise<void> {
  try {
    await ports.saveRun(run, AbortSignal.timeout(LAST_WORD_MS));
  } catch {
    // Elasticsearch is gone: the run stays "running", and running the day again puts it right.
  }
}
