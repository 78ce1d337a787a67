import { appendAll } from '../../../common/lists';
import type { Judgment } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import { type Source, seriesName } from '../../../common/sources';
import { daysBefore, type Day, localDay } from '../../../common/time';
import { closedHours, type Finding, type HourCount } from '../../../common/waveform/hours';
import { closedDaysIn, countHours, type CountingPorts } from '../counting';
import { compareFindings, type FindingChange } from './compare_findings';
import { isUnknown, prepareSource, type SeriesRecord } from '../assessing';
import { attemptsToAssess, judgmentsOfRun, type ReplayPorts } from './replay';
import { type Run, sentencesOf, type SourceNote } from '../runs';
/** The counts of a series that a run was based on. */
export type CountsThen = Pick<SeriesRecord, 'subtype' | 'today'>;

/** The ports of the comparison. Nothing is written. */
export interface LateChangesPorts extends Pick<ReplayPorts, 'judgments'> {
  readonly counting: Omit<CountingPorts, 'keep' | 'keepClosed'>;
  /** Series that the run has stored of a source; undefined if it stored none. */
  readonly storedSeries: (
    source: string,
    signal: AbortSignal,
  ) => Promise<readonly CountsThen[] | undefined>;
}

/** A series whose counts have changed since the run. */
export interface CountChange {
  readonly source: string;
  readonly subtype: string;
  readonly name: string;
  readonly code: string;
  /** Events in the hours that are known both then and now. */
  readonly before: number;
  readonly after: number;
  /** Hours whose counts differ, ascending. */
  readonly hours: readonly number[];
}

/** The changes by late data since a run. */
export interface LateChanges {
  readonly run_id: string;
  /** Sources that could be counted and assessed again. */
  readonly sources: readonly string[];
  /** The largest change comes first. */
  readonly counts: readonly CountChange[];
  /** Findings that another analysis would add, remove or change. */
  readonly findings: readonly FindingChange[];
  /** What is not known, and why: one sentence each. */
  readonly notes: readonly string[];
}

interface SourceChanges {
  readonly counts: readonly CountChange[];
  /** Null if the day could not be assessed again. */
  readonly findings: readonly Finding[] | null;
  readonly notes: readonly SourceNote[];
}

interface Task {
  readonly run: Run;
  readonly settings: Settings;
  readonly judgments: readonly Judgment[];
  readonly now: Date;
}

function changeOf(
  source: Source,
  subtype: string,
  then: readonly HourCount[],
  now: readonly HourCount[],
): CountChange[] {
  let [before, after] = [0, 0];
  const hours: number[] = [];
  now.forEach((count, hour) => {
    const was = then[hour] ?? null;
    if (count === null || was === null) return;
    before += was;
    after += count;
    if (count !== was) hours.push(hour);
  });
  if (hours.length === 0) return [];
  return [{ source: source.id, subtype, ...seriesName(source, subtype), before, after, hours }];
}

/** The tested day is counted again even if its counts are kept. Nothing is stored. */
function countingAnew(ports: LateChangesPorts['counting'], day: Day): CountingPorts {
  return {
    ...ports,
    readKept: async (source, zone, days, signal) =>
      ports.readKept(
        source,
        zone,
        days.filter((one) => one !== day),
        signal,
      ),
    keep: () => Promise.resolve(null),
    keepClosed: () => Promise.resolve(null),
  };
}

async function sourceChanges(
  source: Source,
  { run, settings, judgments, now }: Task,
  ports: LateChangesPorts,
  signal: AbortSignal,
): Promise<SourceChanges> {
  const day = localDay(run.day, run.zone);
  const training = daysBefore(run.day, settings.training.days);
  const request = { source, tested: day, training, now };
  const counted = await countHours(request, countingAnew(ports.counting, run.day), signal);
  const noteOf = (words: string): SourceNote => ({ source: source.id, words });
  const notes = counted.notes.map(noteOf);
  const { tested } = counted;
  if (tested.state === 'unknown') {
    return { counts: [], findings: null, notes: [...notes, noteOf(tested.reason)] };
  }
  const closed = closedHours(day, now.getTime());
  const openHours = new Set(closed.flatMap((isClosed, hour) => (isClosed ? [] : [hour])));
  const known = counted.training.flatMap((one) => (one.state === 'known' ? [one.counts] : []));
  const closed_days = closedDaysIn(counted.training);
  const toAssess = {
    source,
    day,
    tested: tested.counts,
    closed_days,
    open_hours: openHours,
    training: known,
    decided: { judgments, calendar: run.calendar ?? [] },
  };
  const { scope, run_id, settings_hash, seen_by } = run;
  const prepared = prepareSource(toAssess, settings, { scope, run_id, settings_hash, seen_by });
  const stored = await ports.storedSeries(source.id, signal);
  const then = new Map(stored?.map(({ subtype, today }) => [subtype, today]));
  const nothing = Array<number>(day.columns.length).fill(0);
  const findings = prepared.finding === null ? [] : [prepared.finding];
  const counts: CountChange[] = [];
  for (const subtype of new Set([...prepared.subtypes, ...then.keys()])) {
    signal.throwIfAborted();
    const assessed = prepared.assess(subtype);
    if (assessed.finding !== null) findings.push(assessed.finding);
    if (stored === undefined || isUnknown(assessed)) continue;
    const before = then.get(subtype) ?? nothing;
    appendAll(counts, changeOf(source, subtype, before, assessed.today));
  }
  if (stored === undefined) notes.push(noteOf('the run has stored no counts to compare with'));
  return { counts, findings, notes };
}

function growth({ before, after }: CountChange): number {
  return Math.abs(after - before);
}

/**
 * Finds out what late data has changed: counts the day of a run again, and compares counts and
 * findings with those that the run has stored. Nothing is written. Training days use kept counts,
 * or are counted again if they grew, as in another analysis.
 *
 * @throws what the ports throw, and the signal's reason
 */
export async function lateChanges(
  run: Run,
  stored: readonly Finding[],
  ports: LateChangesPorts,
  now: Date,
  signal: AbortSignal,
): Promise<LateChanges> {
  const { run_id } = run;
  const [notes, counts, again]: [string[], CountChange[], Finding[]] = [[], [], []];
  const ofSources: SourceNote[] = [];
  const sources = new Set<string>();
  for (const { attempt, settings, sources: ofAttempt } of attemptsToAssess(run)) {
    if (settings === undefined) {
      notes.push('another version kept the settings of the run');
      continue;
    }
    const judgments = await judgmentsOfRun(attempt, ports, signal);
    appendAll(notes, judgments.notes);
    for (const source of ofAttempt) {
      const task = { run: attempt, settings, judgments: judgments.found, now };
      const changes = await sourceChanges(source, task, ports, signal);
      appendAll(ofSources, changes.notes);
      if (changes.findings === null) continue;
      sources.add(source.id);
      for (const change of changes.counts) counts.push(change);
      for (const finding of changes.findings) again.push(finding);
    }
  }
  const compared = stored.filter(({ source }) => sources.has(source));
  return {
    run_id,
    sources: [...sources],
    counts: counts.sort((a, b) => growth(b) - growth(a)),
    findings: compareFindings(compared, again),
    notes: [...notes, ...sentencesOf(ofSources)],
  };
}
