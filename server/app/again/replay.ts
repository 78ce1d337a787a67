import { appendAll } from '../../../common/lists';
import { completeSettingsSchema } from '../../../common/api';
import type { Judgment } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { daysBefore, localDay } from '../../../common/time';
import { closedHours, type Finding, METHOD_VERSION } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { compareFindings, type FindingChange } from './compare_findings';
import { assessSource } from '../assessing';
import { readKeptSource, type KeptPorts } from '../counting';
import { attemptsAt, type Run, type SourceResult } from '../runs';

/** The result of replaying a run. */
export interface Replay {
  readonly run_id: string;
  /** Sources that were assessed again. */
  readonly sources: readonly string[];
  /** Stored findings of these sources. */
  readonly findings: number;
  /** Series whose findings differ: the stored one and the one from the replay. */
  readonly changes: readonly FindingChange[];
  /** What kept counts cannot show, and why: one sentence each. */
  readonly notes: readonly string[];
}

/** Kept counts, and people's judgments. */
export interface ReplayPorts extends KeptPorts {
  /** All judgments of a scope, including those that were taken back. */
  readonly judgments: (scope: string, signal: AbortSignal) => Promise<readonly Judgment[]>;
}

interface Replayed {
  readonly findings: readonly Finding[] | null;
  readonly notes: readonly string[];
}

/**
 * The settings that a run was assessed by; undefined if another version stored them in another
 * form.
 */
export function settingsOf(run: Run): Settings | undefined {
  const parsed = completeSettingsSchema.safeParse(run.settings);
  return parsed.success ? parsed.data : undefined;
}

/** An attempt at a run, and the sources whose results come from it. */
export interface AttemptToAssess {
  readonly attempt: Run;
  /** Undefined if another version stored them in another form. */
  readonly settings: Settings | undefined;
  readonly sources: readonly Source[];
}

/** The attempts behind a run's results, the latest first. Each source is in one of them. */
export function attemptsToAssess(run: Run): AttemptToAssess[] {
  const idsOf = ({ source_results }: Pick<Run, 'source_results'>): string[] =>
    source_results.map(({ source }) => source);
  const carried = new Set((run.earlier ?? []).flatMap(idsOf));
  return attemptsAt(run).map((attempt, place) => {
    const settings = settingsOf(attempt);
    const own = new Set(idsOf(attempt));
    const isOf = (id: string): boolean => (place === 0 ? !carried.has(id) : own.has(id));
    const sources = (settings?.sources ?? []).filter(({ id, enabled }) => enabled && isOf(id));
    return { attempt, settings, sources };
  });
}

/** Why nothing of a run can be assessed again; null if it can. */
function obstacleOf(run: Run): string | null {
  if (run.seen_by !== null)
    return 'some counts were made without the right to read all documents, so they were not kept';
  const closed = closedHours(localDay(run.day, run.zone), Date.parse(run['@timestamp']));
  return closed.every(Boolean) ? null : 'the day had not ended when it was analyzed';
}

function differencesOf(
  { source, documents, training_days: days }: SourceResult,
  keptDocuments: number,
  keptDays: number,
): string[] {
  const notes: string[] = [];
  if (keptDocuments !== documents) {
    const now = pluralWords(keptDocuments, 'document');
    notes.push(`${source}: the day was counted again since, ${now} instead of ${documents}`);
  }
  if (keptDays !== days) {
    const now = pluralWords(keptDays, 'training day');
    notes.push(`${source}: ${now} kept, the run learned from ${days}`);
  }
  return notes;
}

/** An attempt, with the settings and days it was assessed with. */
interface Attempt {
  readonly run: Run;
  readonly settings: Settings;
  readonly judgments: readonly Judgment[];
}

async function replaySource(
  source: Source,
  { run, settings, judgments }: Attempt,
  ports: KeptPorts,
  signal: AbortSignal,
): Promise<Replayed> {
  const result = run.source_results.find((one) => one.source === source.id);
  if (result === undefined || result.state === 'unknown') {
    return { findings: null, notes: [`${source.id}: its counts were unknown to the run`] };
  }
  const before = daysBefore(run.day, settings.training.days);
  const kept = await readKeptSource(source, run.zone, [run.day, ...before], ports, signal);
  const tested = kept.days.get(run.day);
  if (tested === undefined) {
    const why = kept.problem ?? 'the counts of the day are no longer kept';
    return { findings: null, notes: [`${source.id}: ${why}`] };
  }
  const training = before.flatMap((day) => kept.days.get(day) ?? []);
  const day = localDay(run.day, run.zone);
  const { closed_days = 0 } = result;
  const { calendar = [] } = run;
  const decided = { judgments, calendar };
  const known = { source, day, tested, closed_days, training, decided };
  const toAssess = { ...known, open_hours: new Set<number>() };
  const { scope, run_id, settings_hash, seen_by } = run;
  const assessed = assessSource(toAssess, settings, { scope, run_id, settings_hash, seen_by });
  const notes = differencesOf(result, tested.documents, training.length);
  return { findings: assessed.findings, notes };
}

/** People's judgments at the time a run was made. */
export async function judgmentsOfRun(
  { scope, judgments: ids = [] }: Run,
  ports: Pick<ReplayPorts, 'judgments'>,
  signal: AbortSignal,
): Promise<{ readonly found: readonly Judgment[]; readonly notes: readonly string[] }> {
  if (ids.length === 0) return { found: [], notes: [] };
  const wanted = new Set(ids);
  const found = (await ports.judgments(scope, signal)).filter(({ id }) => wanted.has(id));
  const gone = ids.length - found.length;
  const notes = gone === 0 ? [] : [`${pluralWords(gone, 'judgment')} of the run no longer kept`];
  return { found, notes };
}

/**
 * Assesses the day of a run again, from kept counts alone and with the settings that the run has
 * kept, and compares the findings with the stored ones. The same counts, settings and judgments
 * give the same findings. If they differ, the notes say what happened to the counts.
 *
 * @throws what the ports throw
 */
export async function replay(
  run: Run,
  stored: readonly Finding[],
  ports: ReplayPorts,
  signal: AbortSignal,
): Promise<Replay> {
  const notes: string[] = [];
  const again: Finding[] = [];
  const sources = new Set<string>();
  for (const { attempt, settings, sources: ofAttempt } of attemptsToAssess(run)) {
    const obstacle =
      settings === undefined ? 'another version kept its settings' : obstacleOf(attempt);
    if (settings === undefined || obstacle !== null) {
      notes.push(obstacle ?? '');
      continue;
    }
    const judgments = await judgmentsOfRun(attempt, ports, signal);
    appendAll(notes, judgments.notes);
    const assessed = { run: attempt, settings, judgments: judgments.found };
    for (const source of ofAttempt) {
      const replayed = await replaySource(source, assessed, ports, signal);
      appendAll(notes, replayed.notes);
      if (replayed.findings === null) continue;
      sources.add(source.id);
      for (const finding of replayed.findings) again.push(finding);
    }
  }
  const compared = stored.filter(({ source }) => sources.has(source));
  const isOlder = compared.some(({ method_version: version }) => version !== METHOD_VERSION);
  if (isOlder) notes.push(`the run was assessed by another version of the method`);
  const changes = compareFindings(compared, again);
  return { run_id: run.run_id, sources: [...sources], findings: compared.length, changes, notes };
}
