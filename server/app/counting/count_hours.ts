import type { Source } from '../../../common/sources';
import { daysBetween, type Day, localDay, type LocalDay } from '../../../common/time';
import { testedAbsence, trainingAbsence } from './absence';
import { CountAhead } from './count_ahead';
import {
  bothOutcomes,
  type CountedSource,
  countedSource,
  documentsOn,
  type Facts,
  type Outcome,
} from './counted_source';
import { closedOn, type ClosedIndices, withOpened } from './closed_indices';
import { countDays, type DaysTask } from './count_days';
import type { CountingTask } from './count_one_day';
import type { Answer, CountingPorts } from './counting_ports';
import type { LogDays } from './log_days';
import { beginWith, hasFewSeries, likelyDay, type Prelude, withEarlier } from './prelude';
import { withSameShards } from './same_shards';
import { surveyDays } from './survey_days';

/** The tested day and this many days before it are checked for late documents. */
export const CHECKED_DAYS = 7;

/** Which hours to count: those of a tested day, and of the days that it is compared with. */
export interface CountHoursRequest {
  readonly source: Source;
  readonly tested: LocalDay;
  readonly training: readonly Day[];
  readonly now: Date;
  /** Called for each day that is counted, or whose kept counts are used. */
  readonly onDay?: () => void;
  /** Called when all days are counted, and are only still being kept. */
  readonly onCounted?: () => void;
}

/**
 * The tested day and its training days, as far as the zone has them. A zone that crossed the date
 * line skipped one.
 */
export function daysToCount({
  tested,
  training,
}: Pick<CountHoursRequest, 'tested' | 'training'>): [LocalDay, ...LocalDay[]] {
  const existing = training.flatMap((day) => {
    try {
      return [localDay(day, tested.zone)];
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
  return [tested, ...existing];
}

function indicesOf(closed: Answer<ClosedIndices>): CountingTask['closed'] {
  return closed.state === 'known' ? { state: 'known', value: closed.value.indices } : closed;
}

/** Stores since when indices are closed, if that is new. Returns why it cannot, or null. */
async function noteClosed(
  source: Source,
  { indices, is_changed: isChanged }: ClosedIndices,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<string | null> {
  return isChanged ? ports.keepClosed(source, indices, signal) : null;
}

/** Whether the tested day has no logs: no document, no kept counts, and no index is closed. */
function isWithoutLogs(
  { tested }: CountHoursRequest,
  { missing, closed, kept, survey }: Facts,
): boolean {
  const isAbsent = survey.state === 'known' && documentsOn(tested.day, survey) === 0;
  const isOpen = closed.state === 'known' && closedOn(closed.value.indices, tested).length === 0;
  return isAbsent && isOpen && missing.length === 0 && !kept.days.has(tested.day);
}

/** Whether other indices are closed now than were listed before the days were looked up. */
async function hasOthersClosed(
  source: Source,
  { closed, survey }: Facts,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<boolean> {
  if (closed.state === 'unknown' || survey.state === 'unknown') return false;
  const listed = new Set(closed.value.indices.map(({ name }) => name));
  const now = await ports.closedNames(source, signal);
  if (now.state === 'unknown') return true;
  return now.value.length !== listed.size || now.value.some((name) => !listed.has(name));
}

/**
 * Lists the closed indices again if others are closed since the days were looked up. Where other indices
 * have documents of the days of one that was closed, a part of the counts would be taken for all. One that
 * was opened meanwhile may be missing from what was looked up, so it counts as closed. One that was
 * deleted is gone.
 */
async function withClosedByNow(
  request: CountHoursRequest,
  facts: Facts,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<Facts> {
  const { source, now } = request;
  const isAsked =
    isWithoutLogs(request, facts) || (await hasOthersClosed(source, facts, ports, signal));
  if (!isAsked) return facts;
  const { closed } = facts;
  const later = await ports.closedIndices(source, now, signal);
  if (later.state === 'unknown' || closed.state === 'unknown') return { ...facts, closed: later };
  return { ...facts, closed: { state: 'known', value: withOpened(later.value, closed.value) } };
}

/**
 * Finds out which days have logs if the tested one has none.
 *
 * @returns null if there is no document; undefined if it was not requested, or is unknown
 */
async function logDaysInstead(
  request: CountHoursRequest,
  facts: Facts,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<LogDays | null | undefined> {
  const { source, tested } = request;
  const { groups } = facts;
  if (!isWithoutLogs(request, facts)) return undefined;
  if (groups.state === 'unknown' || groups.value.length === 0) return undefined;
  const found = await ports.logDays(source, groups.value, tested, signal);
  return found.state === 'known' ? found.value : undefined;
}

/** Looks up the documents of all days, and checks those that are kept of the latest for late ones. */
async function survey(
  { source }: CountHoursRequest,
  days: readonly LocalDay[],
  isLatest: (day: Day) => boolean,
  { groups, kept }: Prelude,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<Facts['survey']> {
  if (groups.state === 'unknown') return { ...groups, searches: 0 };
  const checked = days.filter(({ day }) => kept.days.has(day) && isLatest(day));
  return surveyDays(source, groups.value, days, checked, ports, signal);
}

/** Counts those days that must be counted. */
async function countFrom(
  request: CountHoursRequest,
  days: readonly LocalDay[],
  facts: Facts,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<Omit<Outcome, 'dropped'>> {
  const { source, tested, now } = request;
  const { missing, groups, closed, kept } = facts;
  const logDays = await logDaysInstead(request, facts, ports, signal);
  const hasIndices = groups.state === 'known' && groups.value.length > 0;
  const absence = { index: source.index, missing, hasIndices };
  const isKeeping = missing.length === 0 && closed.state === 'known';
  const problem = isKeeping ? await noteClosed(source, closed.value, ports, signal) : null;
  const task: DaysTask = {
    source,
    now,
    kept: kept.days,
    survey: facts.survey,
    absence: trainingAbsence(absence),
    closed: indicesOf(closed),
    is_keeping: isKeeping,
  };
  const ofTested = { ...task, absence: testedAbsence(absence, logDays) };
  const ofDay = (day: LocalDay): DaysTask => (day === tested ? ofTested : task);
  const results = await countDays(days, ofDay, ports, request, signal);
  return { results, problem, log_days: logDays };
}

/** The days of a source as they were counted at one time. */
interface Pass {
  readonly facts: Facts;
  readonly outcome: Outcome;
  /** Whether days are unknown because indices came or went meanwhile. */
  readonly has_changed: boolean;
}

async function countOnce(
  request: CountHoursRequest,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<Pass> {
  const { source, tested } = request;
  const days = daysToCount(request);
  const names = days.map(({ day }) => day);
  const isLatest = (day: Day): boolean => daysBetween(day, tested.day) <= CHECKED_DAYS;
  const earlier = names.filter((day) => !isLatest(day));
  const begun = await beginWith(request, names.filter(isLatest), ports, signal);
  const ofEarlier = ports.readKept(source, tested.zone, earlier, signal);
  void Promise.allSettled([ofEarlier]);
  let ahead: CountAhead | undefined;
  try {
    // What is asked of the indices does not depend on these: they come in while the tested day is counted.
    if (!hasFewSeries(begun)) await ofEarlier;
    ahead = new CountAhead(ports, likelyDay(request, begun), signal);
    const same = withSameShards({ ...ports, countDay: ahead.countDay }, begun);
    const surveyed = await survey(request, days, isLatest, begun, same.ports, signal);
    const known = { ...withEarlier(begun, await ofEarlier), survey: surveyed };
    const facts = await withClosedByNow(request, known, ports, signal);
    const counted = await countFrom(request, days, facts, same.ports, signal);
    const isUnknown = counted.results.some(({ counted: { state } }) => state === 'unknown');
    const outcome = { ...counted, dropped: await ahead.end() };
    return { facts, outcome, has_changed: isUnknown && same.hasChanged() };
  } finally {
    await Promise.allSettled([ofEarlier]);
    await ahead?.end();
  }
}

/**
 * Counts the hours of a source on the tested day and its training days.
 *
 * Counts of earlier runs are reused, so that the next day's analysis counts only one new day: while
 * the documents of all days are looked up. A day among the last seven that grew since is counted
 * again. A day that is not over is counted every time and never kept. Counts that cannot be known are
 * unknown, with the reason, never zero. Where an index came or went meanwhile, the indices are looked up
 * once more, and the days that it left unknown are counted again.
 *
 * @returns the days in the requested order (training days that the zone never had are left out),
 * what a reader should know about them, and how many search requests it took
 * @throws errors of the connection, and the abort
 */
export async function countHours(
  request: CountHoursRequest,
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<CountedSource> {
  const { source, tested, training, now } = request;
  const first = await countOnce(request, ports, signal);
  if (!first.has_changed) return countedSource(source, first.outcome, first.facts);
  // The days have been reported as counted.
  const again = await countOnce({ source, tested, training, now }, ports, signal);
  return countedSource(source, bothOutcomes(first, again.outcome), again.facts);
}
