import type { Source } from '../../../common/sources';
import { daysBetween, type Day, localDay, type LocalDay } from '../../../common/time';
import type { CountedDay } from '../../../common/waveform/hours';
import { testedAbsence, trainingAbsence } from './absence';
import { CountAhead } from './count_ahead';
import type { CountedSource } from './counted_source';
import { closedOn, type ClosedIndices, withOpened } from './closed_indices';
import { countNotes } from './count_notes';
import { countDays, type DaysTask } from './count_days';
import type { CountingTask, DayResult } from './count_one_day';
import type { Answer, CountingPorts, Searched } from './counting_ports';
import type { LogDays } from './log_days';
import {
  beginWith,
  hasFewSeries,
  likelyDay,
  type Prelude,
  preludeNotes,
  withEarlier,
} from './prelude';
import { withSameShards } from './same_shards';
import { surveyDays, type SurveyedDay } from './survey_days';
import { findUnmatched } from './unmatched';

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

/**
 * Whether some days are unknown, or counted without the kept counts, because of trouble that may
 * pass.
 */
function isTroubled(days: readonly CountedDay[], { closed, kept }: Prelude): boolean {
  const unknown = days.flatMap((day) => (day.state === 'unknown' ? [day] : []));
  if (unknown.some((day) => day.is_passing)) return true;
  // Logs that have expired are known from kept counts alone.
  if (kept.is_passing === true && unknown.length > 0) return true;
  return closed.state === 'unknown' && closed.is_passing === true;
}

/** All that decides what is done with the days of a source. */
interface Facts extends Prelude {
  readonly survey: Searched<ReadonlyMap<Day, SurveyedDay>>;
}

/** The results for the days of a source. */
interface Outcome {
  /** The tested day, then its training days. */
  readonly results: readonly DayResult[];
  /** Searches of counts that were not needed. */
  readonly dropped: number;
  /** Why closed indices could not be stored; null if they could. */
  readonly problem: string | null;
  /** The same as in `CountedSource`. */
  readonly log_days: LogDays | null | undefined;
}

function documentsOn(day: Day, survey: Facts['survey']): number {
  return survey.state === 'known' ? (survey.value.get(day)?.all ?? 0) : 0;
}

function summaryOf(
  source: Source,
  { results, dropped, problem, log_days: logDays }: Outcome,
  { survey, ...prelude }: Facts,
): CountedSource {
  const [tested, ...training] = results.map(({ counted }) => counted);
  if (tested === undefined) throw new RangeError('no day was counted');
  const recounts = results.flatMap(({ recount }) => recount ?? []);
  const problems = [problem, ...results.map((result) => result.problem)];
  const told = new Set(problems.flatMap((one) => one ?? []));
  const groups = prelude.groups.state === 'known' ? prelude.groups.value : [];
  const documents = tested.state === 'known' ? documentsOn(tested.counts.day, survey) : 0;
  const unmatched = findUnmatched(source, tested, training, documents, groups);
  return {
    tested,
    training,
    notes: [...preludeNotes(prelude), ...told, ...countNotes(tested, training, recounts)],
    searches: results.reduce((sum, { searches }) => sum + searches, survey.searches + dropped),
    missing_rights: prelude.missing,
    ...(isTroubled([tested, ...training], prelude) ? { is_troubled: true } : {}),
    ...(logDays === null || logDays === undefined ? {} : { log_days: logDays }),
    ...(unmatched === null ? {} : { unmatched }),
  };
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

/**
 * Counts the hours of a source on the tested day and its training days.
 *
 * Counts of earlier runs are reused, so that the next day's analysis counts only one new day: while
 * the documents of all days are looked up. A day among the last seven that grew since is counted
 * again. A day that is not over is counted every time and never kept. Counts that cannot be known are
 * unknown, with the reason, never zero.
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
    const counting = withSameShards({ ...ports, countDay: ahead.countDay }, begun);
    const surveyed = await survey(request, days, isLatest, begun, counting, signal);
    const known = { ...withEarlier(begun, await ofEarlier), survey: surveyed };
    const facts = await withClosedByNow(request, known, ports, signal);
    const outcome = await countFrom(request, days, facts, counting, signal);
    return summaryOf(source, { ...outcome, dropped: await ahead.end() }, facts);
  } finally {
    await Promise.allSettled([ofEarlier]);
    await ahead?.end();
  }
}
