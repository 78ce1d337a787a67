import { setImmediate } from 'node:timers/promises';
import { appendAll } from '../../../common/lists';
import { localDay, type LocalDay } from '../../../common/time';
import { closedHours, type CountedDay, type SourceDay } from '../../../common/waveform/hours';
import type { AnalyzeDayPorts } from './analyze_day_ports';
import { type CountedSource, closedDaysIn } from '../counting';
import { countSources, type Counted } from './count_sources';
import {
  prepareSource,
  type PreparedSource,
  toSeriesRecord,
  type SeriesRecord,
  type RunIdentity,
} from '../assessing';
import { otherDefinition } from './other_definition';
import { overviewOf, type KnownSource, type Overview } from './overview/overview_of';
import { PackedFindings } from './packed_findings';
import type { CountInTurn } from '../silence';
import type { ProgressTracker } from './progress_tracker';
import type { Run, SourceResult } from './run';
import { emptyTally, tally, type SeriesTally } from './series_tally';
import { notesOn, sentencesOf, type SourceNote } from './source_notes';
import type { RunRequest } from './started_run';

/** So long the processor is kept busy before other work gets a turn. */
const TURN_MS = 8;
/** As many as a stored block holds. */
const SERIES_PER_PORTION = 500;

/** The result of assessing all sources. */
export interface AssessedSources {
  readonly results: readonly SourceResult[];
  /** In any order. */
  readonly findings: PackedFindings;
  readonly leftOut: readonly string[];
  /** Documents of the day that were counted, each once. */
  readonly documents: number;
}

function knownDays(days: readonly CountedDay[]): SourceDay[] {
  return days.flatMap((day) => (day.state === 'known' ? [day.counts] : []));
}

function resultOf(
  { source, counted }: Counted,
  series: number,
  { unusual, ofSource, notAssessed, belowFloor, bases, reasons }: SeriesTally,
  notes: readonly SourceNote[],
): SourceResult {
  const tested = counted.tested.state === 'known' ? counted.tested.counts : undefined;
  const closedDays = closedDaysIn(counted.training);
  return {
    source: source.id,
    state: tested === undefined ? 'unknown' : 'judged',
    series,
    not_judged: notAssessed,
    below_floor: belowFloor,
    documents: tested?.documents ?? 0,
    without_subtype: tested?.without_subtype ?? 0,
    training_days: knownDays(counted.training).length,
    ...(counted.tested.state === 'unknown' && counted.tested.is_absent === true
      ? { is_absent: true }
      : {}),
    ...(closedDays === 0 ? {} : { closed_days: closedDays }),
    ...(counted.is_troubled ? { is_troubled: true } : {}),
    ...(counted.is_defined_otherwise ? { is_defined_otherwise: true } : {}),
    ...(counted.log_days === undefined ? {} : { log_days: counted.log_days }),
    searches: counted.searches,
    findings: unusual + ofSource,
    series_unusual: unusual,
    bases: [...bases].map(([basis, number]) => ({ basis, series: number })),
    not_assessed: [...reasons].map(([reason, number]) => ({ reason, series: number })),
    notes: notes.map(({ words }) => words),
  };
}

/** What is needed throughout while sources are assessed one after the other. */
interface Judging {
  readonly request: RunRequest;
  readonly run: Run;
  readonly day: LocalDay;
  /** Hours of the day that are not over. */
  readonly openHours: ReadonlySet<number>;
  readonly ports: AnalyzeDayPorts;
  readonly progress: ProgressTracker;
  /** Receives what is found, source after source. */
  readonly findings: PackedFindings;
  readonly onLast: (inTurn: CountInTurn) => void;
}

/** Assesses the series of a source in portions. Each is stored before the next is assessed. */
async function assessOneSeries(
  { source, counted }: Counted,
  prepared: PreparedSource,
  { request: { settings }, run, ports, progress, findings }: Judging,
  signal: AbortSignal,
): Promise<SeriesTally> {
  const tallied = emptyTally();
  if (prepared.finding !== null) {
    tallied.ofSource = 1;
    findings.add(prepared.finding);
  }
  const isKnown = counted.tested.state === 'known';
  // If a source is unknown, its stored results are not replaced.
  const isKept = !isKnown && heldResult(run, source.id) !== undefined;
  const writer = isKept ? undefined : ports.openSeries?.(run, source, signal);
  let records: SeriesRecord[] = [];
  let began = performance.now();
  const letOthersWork = async (): Promise<void> => {
    await setImmediate();
    signal.throwIfAborted();
    began = performance.now();
  };
  for (const [place, subtype] of prepared.subtypes.entries()) {
    const assessed = prepared.assess(subtype);
    tally(tallied, assessed);
    if (assessed.finding !== null) findings.add(assessed.finding);
    records.push(toSeriesRecord(source, assessed, settings.talk.depth));
    const isPortion = records.length === SERIES_PER_PORTION;
    if (!isPortion && place < prepared.subtypes.length - 1) {
      if (performance.now() - began > TURN_MS) await letOthersWork();
      continue;
    }
    progress.compared(records.length);
    await writer?.add(records);
    records = [];
    await letOthersWork();
  }
  await writer?.close();
  return tallied;
}

function heldResult({ earlier = [] }: Run, id: string): SourceResult | undefined {
  return earlier
    .flatMap(({ source_results: results }) => results)
    .find(({ source }) => source === id);
}

/** Why a source is not to be assessed by these counts; undefined if it is. */
function obstacleOf({ source, counted }: Counted, run: Run): string | undefined {
  const { missing_rights: missing, is_troubled: isTroubled } = counted;
  // A user who lost a right since the run began has no result for everybody.
  if (run.seen_by === null && missing.length > 0) return missing.join('; ');
  const held = heldResult(run, source.id);
  const isPoorer = isTroubled === true && held !== undefined && held.is_troubled !== true;
  return isPoorer ? 'the result of an earlier analysis, which knew more, is kept' : undefined;
}

/** As if nothing were known of the source. Its trouble is not reported either. */
function leftAlone(counted: CountedSource, { day }: Run, reason: string): CountedSource {
  const { searches, missing_rights } = counted;
  const tested = { state: 'unknown', day, reason } as const;
  return { tested, training: [], notes: [], searches, missing_rights, is_defined_otherwise: true };
}

/** The counts as far as the source may be assessed by them. */
function assessable(one: Counted, run: Run, request: RunRequest): Counted {
  const other = otherDefinition(one.source, run, request);
  if (other !== undefined) return { ...one, counted: leftAlone(one.counted, run, other) };
  const reason = obstacleOf(one, run);
  if (reason === undefined || one.counted.tested.state === 'unknown') return one;
  const tested = { state: 'unknown', day: run.day, reason } as const;
  return { ...one, counted: { ...one.counted, tested, training: [] } };
}

function prepare(one: Counted, { request, run, day, openHours }: Judging): PreparedSource {
  const { source, counted } = one;
  const identity: RunIdentity = {
    scope: request.scope,
    run_id: run.run_id,
    settings_hash: run.settings_hash,
    seen_by: run.seen_by,
  };
  const tested = counted.tested.state === 'known' ? counted.tested.counts : undefined;
  const isAbsent = counted.tested.state === 'unknown' && counted.tested.is_absent === true;
  const training = knownDays(counted.training);
  const closed_days = closedDaysIn(counted.training);
  const toAssess = {
    source,
    day,
    tested,
    is_absent: isAbsent,
    closed_days,
    open_hours: openHours,
    training,
    decided: { judgments: request.judgments ?? [], calendar: request.calendar ?? [] },
  };
  return prepareSource(toAssess, request.settings, identity);
}

interface OneAssessed {
  readonly result: SourceResult;
  readonly notes: readonly SourceNote[];
}

async function assessOne(
  one: Counted,
  assessing: Judging,
  signal: AbortSignal,
): Promise<OneAssessed> {
  const { source, counted } = one;
  const { progress, openHours, request } = assessing;
  const prepared = prepare(one, assessing);
  progress.expectSeries(prepared.subtypes.length);
  const assessed = await assessOneSeries(one, prepared, assessing, signal);
  const notAssessed = {
    unknown: counted.tested.state === 'unknown' ? 0 : assessed.unknown,
    openHours: openHours.size,
    method: request.settings.method,
    newSeries: assessed.newSeries,
    newBeyond: assessed.newBeyond,
    calendar: prepared.calendarWords,
  };
  const notes = notesOn(source, counted, notAssessed);
  const result = resultOf(one, prepared.subtypes.length, assessed, notes);
  return { result, notes };
}

/** What the overview of the day needs of a source; nothing if its day is unknown. */
function knownSource({ source, counted: { tested, unmatched } }: Counted): KnownSource[] {
  if (tested.state === 'unknown') return [];
  return [{ source, documents: tested.counts.documents, unmatched }];
}

/** A result, with the facts that are known once all sources have been counted. */
function withOverview(result: SourceResult, { notes, misfits }: Overview): SourceResult {
  const own = notes.filter(({ source }) => source === result.source);
  return {
    ...result,
    ...(misfits.has(result.source) ? { is_misfit: true } : {}),
    notes: [...(result.notes ?? []), ...own.map(({ words }) => words)],
  };
}

/**
 * Counts and assesses the enabled sources one after the other. The next ones are counted meanwhile.
 *
 * @param onLast the same as in `CountingSources`
 * @throws what the ports throw
 */
export async function assessSources(
  request: RunRequest,
  run: Run,
  ports: AnalyzeDayPorts,
  progress: ProgressTracker,
  onLast: (inTurn: CountInTurn) => void,
  signal: AbortSignal,
): Promise<AssessedSources> {
  const day = localDay(request.day, request.settings.zone);
  const closed = closedHours(day, request.now.getTime());
  const openHours = new Set(closed.flatMap((isClosed, hour) => (isClosed ? [] : [hour])));
  const findings = new PackedFindings();
  const assessing: Judging = { request, run, day, openHours, ports, progress, findings, onLast };
  const results: SourceResult[] = [];
  const notes: SourceNote[] = [];
  const known: KnownSource[] = [];
  for await (const counted of countSources(assessing, signal)) {
    const one = assessable(counted, run, request);
    const assessed = await assessOne(one, assessing, signal);
    results.push(assessed.result);
    appendAll(notes, assessed.notes);
    appendAll(known, knownSource(one));
    progress.found(findings.length);
  }
  const overview = await overviewOf(request.settings.sources, known, day, ports.overview, signal);
  appendAll(notes, overview.notes);
  const leftOut = [...(request.calendar_notes ?? []), ...sentencesOf(notes)];
  const places = new Map(request.settings.sources.map(({ id }, place) => [id, place]));
  results.sort((a, b) => (places.get(a.source) ?? 0) - (places.get(b.source) ?? 0));
  return {
    results: results.map((result) => withOverview(result, overview)),
    findings,
    leftOut,
    documents: overview.documents,
  };
}
