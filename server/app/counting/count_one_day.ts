import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import {
  closedHours,
  type CountedDay,
  type CountOrigin,
  type SourceDay,
} from '../../../common/waveform/hours';
import { closedOn, type ClosedIndex } from './closed_indices';
import type { Recount } from './count_notes';
import type { Answer, CountingPorts, IndexGroup, Searched } from './counting_ports';
import { decideDay, type DayDecision } from './decide_day';
import { mergeSourceDays } from './merge_source_days';
import { NOTHING_FOUND, type SurveyedDay } from './survey_days';

/** What is the same for all days of one source. */
export interface CountingTask {
  readonly source: Source;
  readonly now: Date;
  readonly ports: Pick<CountingPorts, 'countDay' | 'keep'>;
  /** Counts of earlier runs. */
  readonly kept: ReadonlyMap<Day, SourceDay>;
  readonly survey: Answer<ReadonlyMap<Day, SurveyedDay>>;
  /** The note for days on which the indices have no document. */
  readonly absence: string;
  /** Indices that no search looks into; unknown if Elasticsearch does not say which are closed. */
  readonly closed: Answer<readonly ClosedIndex[]>;
  /** Whether counts of days that are over are to be kept. */
  readonly is_keeping: boolean;
}

/** The result for one day. */
export interface DayResult {
  readonly counted: CountedDay;
  readonly searches: number;
  /** Present if the day had been counted before, and was counted again. */
  readonly recount: Recount | null;
  /** Why the counts could not be kept; null if they were, or were not meant to be. */
  readonly problem: string | null;
}

/** The same while the counts are being kept: other days are counted meanwhile. */
export interface DayUnderWay extends Omit<DayResult, 'problem'> {
  readonly keeping: Promise<string | null> | null;
}

const UNTOUCHED = { searches: 0, recount: null, keeping: null } as const;

function unknownDay(
  { day }: LocalDay,
  reason: string,
  is: {
    readonly is_absent?: true;
    readonly is_passing?: true;
    readonly closed?: readonly string[];
  } = {},
): CountedDay {
  return { state: 'unknown', day, reason, ...is };
}

function knownDay(counts: SourceDay, origin: CountOrigin): CountedDay {
  return { state: 'known', origin, counts };
}

function isOver(day: LocalDay, now: Date): boolean {
  return closedHours(day, now.getTime()).every(Boolean);
}

async function countGroups(
  { source, ports }: CountingTask,
  groups: readonly IndexGroup[],
  day: LocalDay,
  signal: AbortSignal,
): Promise<Searched<SourceDay>> {
  const parts: SourceDay[] = [];
  let searches = 0;
  for (const group of groups) {
    const answer = await ports.countDay(source, group, day, signal);
    searches += answer.searches;
    if (answer.state === 'unknown') return { ...answer, searches };
    parts.push(answer.value);
  }
  const [first, ...others] = parts;
  if (first === undefined) return { state: 'unknown', reason: 'no index to count in', searches };
  return { state: 'known', value: mergeSourceDays(first, others), searches };
}

async function countAndKeep(
  task: CountingTask,
  groups: readonly IndexGroup[],
  day: LocalDay,
  before: SourceDay | undefined,
  signal: AbortSignal,
): Promise<DayUnderWay> {
  const answer = await countGroups(task, groups, day, signal);
  const { searches } = answer;
  if (answer.state === 'unknown') {
    const is = answer.is_passing ? { is_passing: true as const } : {};
    return { ...UNTOUCHED, counted: unknownDay(day, answer.reason, is), searches };
  }
  const counts = answer.value;
  const isFinal = task.is_keeping && isOver(day, task.now);
  const keeping = isFinal ? task.ports.keep(task.source, counts, signal) : null;
  if (before === undefined) {
    return { counted: knownDay(counts, 'counted'), searches, recount: null, keeping };
  }
  const recount = {
    day: day.day,
    documents_before: before.documents,
    documents: counts.documents,
  };
  return { counted: knownDay(counts, 'recounted'), searches, recount, keeping };
}

function surveyedDay(survey: CountingTask['survey'], { day }: LocalDay): Answer<SurveyedDay> {
  if (survey.state === 'unknown') return survey;
  return { state: 'known', value: survey.value.get(day) ?? NOTHING_FOUND };
}

/** What is to be done with a day of the source. */
export function decisionOn(task: Omit<CountingTask, 'ports'>, day: LocalDay): DayDecision {
  const surveyed = surveyedDay(task.survey, day);
  const closed = task.closed.state === 'known' ? closedOn(task.closed.value, day) : [];
  return decideDay(task.kept.get(day.day), surveyed, task.absence, closed);
}

/**
 * Gets the counts of one day, from the kept counts or by counting. A day that is not over is never
 * kept, and neither is one that cannot be counted.
 */
export async function countOneDay(
  task: CountingTask,
  day: LocalDay,
  signal: AbortSignal,
): Promise<DayUnderWay> {
  const decision = decisionOn(task, day);
  if (decision.action === 'leave unknown') {
    // If a user may not see all indices, it is not known that they are empty.
    const isAbsent = decision.is_absent && task.is_keeping;
    const is = {
      ...(isAbsent ? { is_absent: true as const } : {}),
      ...(decision.is_passing ? { is_passing: true as const } : {}),
      ...(decision.closed === undefined ? {} : { closed: decision.closed }),
    };
    return { ...UNTOUCHED, counted: unknownDay(day, decision.reason, is) };
  }
  if (decision.action === 'use kept') {
    return { ...UNTOUCHED, counted: knownDay(decision.counts, decision.origin) };
  }
  return countAndKeep(task, decision.groups, day, task.kept.get(day.day), signal);
}
