import { decidedCase, type SourceCalendar, sourceCalendar } from '../../../common/calendar';
import { expectedHours } from '../../../common/marks';
import { lastWeekendDay, outageDays, type Settings } from '../../../common/settings';
import { type Day, localDay, type LocalDay } from '../../../common/time';
import {
  type CalibratedScore,
  describeSeries,
  isSurelyQuiet,
  type LaidOutCase,
  scoreLaidOut,
} from '../../../common/waveform';
import {
  type SeriesDescription,
  type Finding,
  hourlyCounts,
  withoutDays,
  type HourCount,
  type SeriesCase,
  seriesContexts,
  silentHours,
  type SourceDay,
  sumByHour,
  weekdayIn,
} from '../../../common/waveform/hours';
import { findingOfSeries } from './finding_of_series';
import { type LearnedFrom, layingOut } from './laid_out';
import { newSeriesBeyond } from './new_series';
import { sourceOfDay, type RunIdentity, type SourceToAssess } from './source_to_assess';
import { withWholeSubtypes } from '../basics';
import { judgmentsOf } from '../deciding';
import { silentSourceFinding } from './silent_source_finding';

/** A series that was assessed: everything that is drawn of it, and its finding. */
export interface AssessedSeries extends SeriesDescription {
  readonly subtype: string;
  /** Training days that the settings leave out for this series. */
  readonly omitted_days: readonly Day[];
  /** Hours are unknown because the whole source was silent. */
  readonly is_source_silent: boolean;
  readonly finding: Finding | null;
}

/** A source that was learned from, ready to be assessed series by series. */
export interface PreparedSource {
  /** Series with an event on the tested day or in training. */
  readonly subtypes: readonly string[];
  /** Hours in which the whole source is silent though events are certain. */
  readonly silentHours: readonly number[];
  /** The one finding about these hours; null if there are none. */
  readonly finding: Finding | null;
  /** The effect of calendars on the tested day, in words without a final period. */
  readonly calendarWords: readonly string[];
  /**
   * A series with all of its training days, including people's decisions; unknown counts are null.
   */
  readonly caseOf: (subtype: string) => SeriesCase;
  /** The same without the days that the settings leave out: the input of a method. */
  readonly assessedCase: (subtype: string) => SeriesCase;
  /** Whether a series is new, and one of too many new ones to be a finding. */
  readonly isBeyond: (subtype: string) => boolean;
  /**
   * Whether no threshold of the calibrated method finds anything in a series. It takes less than
   * assessing it; false where that is not sure.
   */
  readonly isSurelyQuiet: (subtype: string) => boolean;
  /** The same with the score of a series that is not quiet; undefined if neither is known. */
  readonly scoreUnlessQuiet: (subtype: string) => CalibratedScore | 'quiet' | undefined;
  readonly assess: (subtype: string) => AssessedSeries;
}

/** The result of assessing a source. */
export interface AssessedSource {
  readonly findings: readonly Finding[];
  readonly series: number;
  /** Series that the method did not compare because hours of the tested day are unknown. */
  readonly unknown: number;
  readonly silent_hours: readonly number[];
}

interface LearnedDay extends LearnedFrom {
  readonly totals: readonly HourCount[];
}

const LEAST_ALIKE = 3;

/** Events of all series in each hour; null if unknown. */
function totalsOf(counts: SourceDay | undefined, unknown: ReadonlySet<number>): HourCount[] {
  const totals = sumByHour(counts?.series ?? new Map());
  return totals.map((total, hour) => (unknown.has(hour) ? null : total));
}

/** Hours that the clock skips hold no event by nature. */
function skippedHours(local: LocalDay): Set<number> {
  return new Set(local.columns.flatMap(({ length }, hour) => (length === 0 ? [hour] : [])));
}

/** The days of the same weekday if there are three, else all. */
function alikeDays<T extends { readonly counts: SourceDay }>(
  days: readonly T[],
  day: Day,
  calendar: SourceCalendar,
): T[] {
  const others = days.filter(({ counts }) => counts.day !== day);
  const weekday = weekdayIn(calendar, day);
  const alike = others.filter(({ counts }) => weekdayIn(calendar, counts.day) === weekday);
  return alike.length >= LEAST_ALIKE ? alike : others;
}

type SummedDay = Omit<LearnedDay, 'silent'>;
/** A day is learned from for each of the days after it. */
const summed = new WeakMap<SourceDay, SummedDay>();

function summedDay(counts: SourceDay): SummedDay {
  const known = summed.get(counts);
  if (known !== undefined) return known;
  const local = localDay(counts.day, counts.zone);
  const day = { counts, local, totals: totalsOf(counts, skippedHours(local)) };
  summed.set(counts, day);
  return day;
}

/** @param omitted days that no other day is compared with */
function learn(
  training: readonly SourceDay[],
  omitted: ReadonlySet<Day>,
  calendar: SourceCalendar,
): LearnedDay[] {
  const days = training.map(summedDay);
  const usable = days.filter(({ counts }) => !omitted.has(counts.day));
  return days.map((learned) => {
    const alike = alikeDays(usable, learned.counts.day, calendar).map(({ totals }) => totals);
    return { ...learned, silent: new Set(silentHours(learned.totals, alike)) };
  });
}

function subtypesOf(tested: SourceDay | undefined, training: readonly SourceDay[]): string[] {
  const subtypes = new Set<string>(tested?.series.keys());
  for (const day of training) for (const subtype of day.series.keys()) subtypes.add(subtype);
  return [...subtypes].sort();
}

/** The days that the settings leave out for a series of a source: its own, and the outages. */
export function omittedDaysOf(
  source: string,
  { series, outages }: Pick<Settings, 'series' | 'outages'>,
): (subtype: string) => readonly Day[] {
  const ofAll = outageDays(source, outages);
  const ofSource = series.filter((one) => one.source === source);
  const own = new Map(ofSource.map(({ subtype, omit_days: days = [] }) => [subtype, days]));
  return (subtype) => {
    const days = own.get(subtype) ?? [];
    return days.length === 0 ? ofAll : [...new Set([...ofAll, ...days])].sort();
  };
}

/** Whether a series was not compared because hours of the tested day are unknown. */
export function isUnknown({ assessment }: AssessedSeries): boolean {
  if (assessment.state !== 'not_judged') return false;
  return assessment.reason === 'unknown_day' || assessment.reason === 'unknown_hours';
}

/** Whether a series is new, and no finding because too many others are. */
export function isOneOfMany({ assessment }: AssessedSeries): boolean {
  return assessment.state === 'below_floor' && assessment.is_one_of_many === true;
}

function asOneOfMany(described: SeriesDescription): SeriesDescription {
  const { assessment } = described;
  if (assessment.state !== 'unusual') return described;
  return {
    ...described,
    assessment: { ...assessment, state: 'below_floor', is_one_of_many: true },
  };
}

/**
 * Learns from the training days of a source, so that its series can be assessed one by one.
 *
 * Hours in which the whole source is silent though events are certain become one finding of the
 * source. For its series they are unknown, on the tested day and in training.
 */
export function prepareSource(
  toAssess: SourceToAssess,
  given: Settings,
  identity: RunIdentity,
): PreparedSource {
  const { day, tested, is_absent: isAbsent = false, open_hours: openHours } = toAssess;
  const subtypes = subtypesOf(tested, toAssess.training);
  const settings = withWholeSubtypes(given, toAssess.source.id, subtypes);
  const { id } = toAssess.source;
  const sunday = lastWeekendDay(settings.training.weekend);
  const calendar = sourceCalendar(toAssess.decided.calendar, id, day.day, sunday);
  const omitted = new Set([...outageDays(id, settings.outages), ...calendar.notLearned]);
  const training = learn(toAssess.training, omitted, calendar);
  const isKnown = tested !== undefined;
  const allHours = new Set(day.columns.keys());
  const hidden = new Set([...openHours, ...skippedHours(day)]);
  const totals = totalsOf(tested, isKnown || isAbsent ? hidden : allHours);
  const usable = training.filter(({ counts }) => !omitted.has(counts.day));
  const alike = alikeDays(usable, day.day, calendar).map((learned) => learned.totals);
  const silent = silentHours(totals, alike);
  const isSilent = silent.length > 0;
  const unknownHours = isKnown ? new Set([...openHours, ...silent]) : allHours;
  const { method } = settings;
  const contextOf = seriesContexts(sourceOfDay(toAssess), settings);
  const omittedDays = omittedDaysOf(toAssess.source.id, settings);
  const beyond = newSeriesBeyond(tested, toAssess.training);
  const judged = judgmentsOf(id, toAssess.decided.judgments);
  const excused = expectedHours(judged(null), day.day);
  const told = silent.filter(
    (hour) =>
      calendar.unassessed === null && !excused.has(hour) && !calendar.unassessedHours.has(hour),
  );
  const countsOf = (subtype: string): SeriesCase => ({
    day: day.day,
    counts: hourlyCounts(tested?.series.get(subtype), day, unknownHours),
    training: training.map(({ counts, local, silent: gaps }) => ({
      day: counts.day,
      counts: hourlyCounts(counts.series.get(subtype), local, gaps),
    })),
  });
  const caseOf = (subtype: string): SeriesCase =>
    decidedCase(countsOf(subtype), judged(subtype), calendar);
  const assessedCase = (subtype: string): SeriesCase =>
    withoutDays(caseOf(subtype), omittedDays(subtype));
  const assess = (subtype: string): AssessedSeries => {
    const seriesCase = assessedCase(subtype);
    const described = describeSeries(seriesCase, day.columns, settings, contextOf(subtype));
    const description = beyond.has(subtype) ? asOneOfMany(described) : described;
    const { assessment } = description;
    const isUnusual = assessment.state === 'unusual';
    const finding = isUnusual
      ? findingOfSeries(assessment, seriesCase.counts, toAssess, subtype, method, identity)
      : null;
    return {
      ...description,
      subtype,
      omitted_days: omittedDays(subtype),
      is_source_silent: isSilent,
      finding,
    };
  };
  const isPlain = method === 'calibrated' && toAssess.decided.calendar.length === 0;
  const ofTested = tested && { counts: tested, local: day, silent: unknownHours };
  const layOut = isPlain ? layingOut(ofTested, training, settings.training) : undefined;
  /** Undefined if people or settings decide about the series, too. */
  const laidOut = (subtype: string): LaidOutCase | undefined =>
    judged(subtype).length > 0 || omittedDays(subtype).length > 0 ? undefined : layOut?.(subtype);
  return {
    subtypes,
    silentHours: silent,
    finding: told.length > 0 ? silentSourceFinding(toAssess, told, totals, method, identity) : null,
    calendarWords: calendar.words,
    caseOf,
    assessedCase,
    isBeyond: (subtype) => beyond.has(subtype),
    isSurelyQuiet: (subtype) => {
      const known = laidOut(subtype);
      return known !== undefined && isSurelyQuiet(known);
    },
    scoreUnlessQuiet: (subtype) => {
      const known = laidOut(subtype);
      return known && scoreLaidOut(known);
    },
    assess,
  };
}

/** Assesses every series of a source on one day. */
export function assessSource(
  toAssess: SourceToAssess,
  settings: Settings,
  identity: RunIdentity,
): AssessedSource {
  const prepared = prepareSource(toAssess, settings, identity);
  const findings = prepared.finding === null ? [] : [prepared.finding];
  let unknown = 0;
  for (const subtype of prepared.subtypes) {
    // Most series are quiet. Their bands, totals and words would be made only to be thrown away.
    if (prepared.isSurelyQuiet(subtype)) continue;
    const assessed = prepared.assess(subtype);
    if (isUnknown(assessed)) unknown += 1;
    if (assessed.finding !== null) findings.push(assessed.finding);
  }
  const { subtypes, silentHours } = prepared;
  return { findings, series: subtypes.length, unknown, silent_hours: silentHours };
}
