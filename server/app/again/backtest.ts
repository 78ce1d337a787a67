import { seriesKey } from '../../../common/sources';
import { appendAll } from '../../../common/lists';
import type { Settings } from '../../../common/settings';
import { addDays, daysBefore, type Day } from '../../../common/time';
import {
  limitTable,
  proposeLimit,
  type Candidate,
  type LimitRow,
  type Proposal,
} from './backtest_limits';
import { Assessors, type ThreadPorts } from './day_assessor';
import { daysToAssess } from './days_to_assess';
import type { SourceToAssess } from '../assessing';
import { mapAhead } from '../basics';
import { type Decisions, decisionsOf } from '../deciding';
import { sentencesOf, type SourceNote } from '../runs';
import { readClosed, type ClosedPorts, readKeptSource, type KeptPorts } from '../counting';
const MOST_FLAGGED = 10;

/** Which days are to be assessed again, and with which settings. */
export interface BacktestRequest {
  /** The last of the days. */
  readonly to: Day;
  readonly days: number;
  readonly settings: Settings;
  /** All judgments, mutes and calendars in force now. */
  readonly decisions: Decisions;
  /** How many findings a day are enough; null if no threshold is to be proposed. */
  readonly budget: number | null;
}

/** The progress of a back-test. One day of one source is a step. */
export interface BacktestProgress {
  readonly steps: number;
  readonly steps_done: number;
  readonly flags: number;
}

export interface BacktestPorts extends KeptPorts, ClosedPorts, ThreadPorts {
  readonly onProgress?: (progress: BacktestProgress) => void;
}

/** A day that was assessed again. */
export interface BacktestedDay {
  readonly day: Day;
  readonly series: number;
  readonly flags: number;
}

/** How many findings a series had. */
export interface SeriesFlags extends Pick<Candidate, 'source' | 'subtype' | 'name' | 'code'> {
  readonly flags: number;
}

/** The findings of the last days with the current settings, and with other thresholds. */
export interface Backtest {
  readonly zone: string;
  readonly method: Settings['method'];
  /** The present threshold; null under the talk's method. */
  readonly limit: number | null;
  /** Days on which at least one source could be assessed, oldest first. */
  readonly days: readonly BacktestedDay[];
  readonly flags_a_day: number;
  /** The ten with the most findings. */
  readonly most_flagged: readonly SeriesFlags[];
  /** The effect of other thresholds; none under the talk's method. */
  readonly limits: readonly LimitRow[];
  readonly proposal: Proposal | null;
  /** What could not be assessed, and why: one sentence each. */
  readonly notes: readonly string[];
}

interface AssessedDays {
  readonly candidates: readonly Candidate[];
  readonly series: ReadonlyMap<Day, number>;
  readonly notes: readonly string[];
}

/** About how many series are to be assessed on all of the days together. */
function seriesDaysOf(ready: readonly SourceToAssess[]): number {
  return ready.reduce((sum, { tested }) => sum + (tested?.series.size ?? 0), 0);
}

/** Assesses the days of the enabled sources, one source after the other. */
async function assessDays(
  { to, days: count, settings, decisions }: BacktestRequest,
  ports: BacktestPorts,
  assessors: Assessors,
  signal: AbortSignal,
): Promise<AssessedDays> {
  const days = daysBefore(addDays(to, 1), count).reverse();
  const toRead = daysBefore(addDays(to, 1), count + settings.training.days);
  const sources = settings.sources.filter(({ enabled }) => enabled);
  const decided = decisionsOf(decisions, { from: days[0] ?? to, to }, settings);
  const candidates: Candidate[] = [];
  const seriesOn = new Map<Day, number>();
  const ofSources: SourceNote[] = [];
  let [steps_done, flags] = [0, 0];
  const tell = (): void => ports.onProgress?.({ steps: sources.length * count, steps_done, flags });
  tell();
  for (const source of sources) {
    const kept = await readKeptSource(source, settings.zone, toRead, ports, signal);
    const closed = await readClosed(source, to, ports, signal);
    const { ready, notes } = daysToAssess(source, kept, closed, days, settings, decided);
    appendAll(ofSources, notes);
    steps_done += count - ready.length;
    const assessor = assessors.for(seriesDaysOf(ready));
    const assessing = mapAhead(ready, assessor.atATime, async ({ day, ...others }) => ({
      day: day.day,
      ...(await assessor.backtestDay({ day, ...others }, settings, signal)),
    }));
    for await (const { day, series, candidates: found } of assessing) {
      appendAll(candidates, found);
      seriesOn.set(day, (seriesOn.get(day) ?? 0) + series);
      flags += found.filter(({ is_flagged: isFlagged }) => isFlagged).length;
      steps_done += 1;
      tell();
    }
  }
  const notes = [...decided.notes, ...sentencesOf(ofSources)];
  return { candidates, series: seriesOn, notes };
}

function mostFlagged(flagged: readonly Candidate[]): SeriesFlags[] {
  const bySeries = new Map<string, SeriesFlags>();
  for (const { source, subtype, name, code } of flagged) {
    const key = seriesKey(source, subtype);
    const flags = (bySeries.get(key)?.flags ?? 0) + 1;
    bySeries.set(key, { source, subtype, name, code, flags });
  }
  return [...bySeries.values()]
    .sort((a, b) => b.flags - a.flags || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_FLAGGED);
}

/**
 * Assesses each of the last days again with the current settings and judgments, against its own
 * training days, from kept counts alone. No log is searched and nothing is written. The kept counts
 * of all days are read once for each source.
 *
 * @throws what the ports throw, and the signal's reason
 */
export async function backtest(
  request: BacktestRequest,
  ports: BacktestPorts,
  signal: AbortSignal,
): Promise<Backtest> {
  const { settings, budget } = request;
  const assessors = new Assessors(ports);
  const { candidates, series, notes } = await assessDays(request, ports, assessors, signal).finally(
    () => assessors.close(),
  );
  const isTalk = settings.method === 'talk';
  const present = settings.calibrated.score_limit;
  const flagged = candidates.filter(({ is_flagged: isFlagged }) => isFlagged);
  const days = [...series.keys()].sort();
  const flagsOn = (day: Day): number => flagged.filter((one) => one.day === day).length;
  return {
    zone: settings.zone,
    method: settings.method,
    limit: isTalk ? null : present,
    days: days.map((day) => ({ day, series: series.get(day) ?? 0, flags: flagsOn(day) })),
    flags_a_day: days.length === 0 ? 0 : flagged.length / days.length,
    most_flagged: mostFlagged(flagged),
    limits: isTalk ? [] : limitTable(candidates, days, present),
    proposal: isTalk || budget === null ? null : proposeLimit(candidates, days, budget),
    notes,
  };
}
