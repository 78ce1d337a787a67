import type { Source } from '../../../common/sources';
import { daysBetween, type Day, localDay, type LocalDay } from '../../../common/time';
import type { CountedDay } from '../../../common/waveform/hours';
import { testedAbsence, trainingAbsence } from './absence';
import type { CountedSource } from './counted_source';
import { closedOn, type ClosedIndices } from './closed_indices';
import { countNotes } from './count_notes';
import { countDays, type DaysTask } from './count_days';
import type { CountingTask, DayResult } from './count_one_day';
import {
  unknownFor,
  type Answer,
  type CountingPorts,
  type IndexGroup,
  type KeptDays,
  type Searched,
} from './counting_ports';
import type { LogDays } from './log_days';
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

const NOTHING_KEPT: KeptDays = { days: new Map(), problem: null };

/** Facts about the source, collected before its days are looked at. */
interface Prelude {
  /** Missing privileges, a phrase each. */
  readonly missing: readonly string[];
  readonly groups: Answer<readonly IndexGroup[]>;
  readonly closed: Answer<ClosedIndices>;
  readonly kept: KeptDays;
}

/**
 * Finds out what can be read of the source's indices, and which counts are kept.
 *
 * Kept counts are not used if a privilege is missing: they may contain more than this user may
 * read, and this user's counts may be incomplete.
 */
async function beginWith(
  { source, tested, now }: CountHoursRequest,
  days: readonly LocalDay[],
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<Prelude> {
  const names = days.map(({ day }) => day);
  const [missing, groups, closed, kept] = await Promise.all([
    ports.missingRights(source, signal),
    ports.indexGroups(source, signal),
    ports.closedIndices(source, now, signal),
    ports.readKept(source, tested.zone, names, signal),
  ]);
  if (missing.length === 0) return { missing, groups, closed, kept };
  // The missing privilege explains a refusal better than the error's own text.
  const known = groups.state === 'unknown' ? unknownFor(missing.join('; '), false) : groups;
  return { missing, groups: known, closed, kept: NOTHING_KEPT };
}

function preludeNotes({ missing, groups, closed, kept }: Prelude): string[] {
  const notes = kept.problem === null ? [] : [kept.problem];
  const canReadSome = groups.state === 'known' && groups.value.length > 0;
  if (closed.state === 'unknown' && groups.state === 'known') {
    notes.push(`it is unknown whether indices are closed, so no counts are kept: ${closed.reason}`);
  }
  if (missing.length === 0 || !canReadSome) return notes;
  return [
    ...notes,
    `only readable documents are counted, and their counts are not kept: ${missing.join('; ')}`,
  ];
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

/** The results for the days of a source. */
interface Outcome {
  /** The tested day, then its training days. */
  readonly results: readonly DayResult[];
  readonly survey: Searched<ReadonlyMap<Day, SurveyedDay>>;
  /** Why closed indices could not be stored; null if they could. */
  readonly problem: string | null;
  /** The same as in `CountedSource`. */
  readonly log_days: LogDays | null | undefined;
}

function documentsOn(day: Day, survey: Outcome['survey']): number {
  return survey.state === 'known' ? (survey.value.get(day)?.all ?? 0) : 0;
}

function summaryOf(
  source: Source,
  { results, survey, problem, log_days: logDays }: Outcome,
  prelude: Prelude,
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
    searches: results.reduce((sum, { searches }) => sum + searches, survey.searches),
    missing_rights: prelude.missing,
    ...(isTroubled([tested, ...training], prelude) ? { is_troubled: true } : {}),
    ...(logDays === null || logDays === undefined ? {} : { log_days: logDays }),
    ...(unmatched === null ? {} : { unmatched }),
  };
}

/**
 * Finds out which days have logs if the tested one has none.
 *
 * @returns null if there is no document; undefined if it was not requested, or is unknown
 */
async function logDaysInstead(
  { source, tested }: CountHoursRequest,
  { missing, groups, closed, kept }: Prelude,
  survey: Outcome['survey'],
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<LogDays | null | undefined> {
  const isAbsent = survey.state === 'known' && documentsOn(tested.day, survey) === 0;
  const isOpen = closed.state === 'known' && closedOn(closed.value.indices, tested).length === 0;
  if (!isAbsent || !isOpen || missing.length > 0 || kept.days.has(tested.day)) return undefined;
  if (groups.state === 'unknown' || groups.value.length === 0) return undefined;
  const found = await ports.logDays(source, groups.value, tested, signal);
  return found.state === 'known' ? found.value : undefined;
}

/**
 * Counts the hours of a source on the tested day and its training days.
 *
 * Counts of earlier runs are reused, so that the next day's analysis counts only one new day. A day
 * among the last seven that grew since is counted again. A day that is not over is counted every
 * time and never kept. Counts that cannot be known are unknown, with the reason, never zero.
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
  const { source, tested, now } = request;
  const days = daysToCount(request);
  const prelude = await beginWith(request, days, ports, signal);
  const { missing, groups, closed, kept } = prelude;
  const checked = days.filter(
    ({ day }) => kept.days.has(day) && daysBetween(day, tested.day) <= CHECKED_DAYS,
  );
  const survey =
    groups.state === 'unknown'
      ? { ...groups, searches: 0 }
      : await surveyDays(source, groups.value, days, checked, ports, signal);
  const logDays = await logDaysInstead(request, prelude, survey, ports, signal);
  const hasIndices = groups.state === 'known' && groups.value.length > 0;
  const absence = { index: source.index, missing, hasIndices };
  const isKeeping = missing.length === 0 && closed.state === 'known';
  const problem = isKeeping ? await noteClosed(source, closed.value, ports, signal) : null;
  const task: DaysTask = {
    source,
    now,
    kept: kept.days,
    survey,
    absence: trainingAbsence(absence),
    closed: indicesOf(closed),
    is_keeping: isKeeping,
  };
  const ofTested = { ...task, absence: testedAbsence(absence, logDays) };
  const ofDay = (day: LocalDay): DaysTask => (day === tested ? ofTested : task);
  const results = await countDays(days, ofDay, ports, request.onDay, signal);
  return summaryOf(source, { results, survey, problem, log_days: logDays }, prelude);
}
