import { HOURS_PER_DAY } from '../../time';
import {
  type Unusual,
  type Shift,
  findingStretches,
  flaggedHours,
  hourStretches,
  loggedOver,
  loggedPerCount,
  rankOf,
  ratioOf,
  rangeOver,
  timesRange,
  type FlagContext,
  type SurprisingFlag,
  type HourStretch,
  type SeriesCase,
  type SeriesContext,
  weekdayIn,
} from '../hours';
import {
  andLikeOtherDay,
  andMovedDay,
  andOther,
  comparedSentence,
  exceptWords,
  likeOtherDaySentence,
  movedDaySentence,
  movedSentence,
  silentSentence,
  weekdayWords,
} from '../words';
import { movedStretch } from './readings/moved_stretch';
import type { Noise } from './noise';
import type { OtherReading, ShiftedReading } from './readings/other_day';
import { classOf, lastOfWeekend, type Week } from './training_table';

/** Everything that decides a verdict. */
export interface AssessedDay {
  readonly seriesCase: SeriesCase;
  /** 24 expected counts, which the flags refer to. */
  readonly expected: readonly number[];
  /** Those that are assessed: not the unknown ones, nor those that are judged expected. */
  readonly hours: readonly number[];
  readonly noise: Noise;
  readonly week: Week;
  /** How the day as a whole is read otherwise; undefined if it is read as it is. */
  readonly reading: OtherReading | undefined;
  /** At least one, ascending by hour. */
  readonly flags: readonly SurprisingFlag[];
  readonly context: FlagContext;
  readonly series: SeriesContext;
}

type Facts = Omit<Unusual, 'verdict' | 'sentence' | 'shift'>;

const WHOLE_DAY = { from: 0, to: HOURS_PER_DAY };

function strongestOf<T extends { readonly score: number }>(hours: readonly T[]): T | undefined {
  return [...hours].sort((a, b) => b.score - a.score)[0];
}

/** The hours of a stretch of less than a day, which may go on after midnight. */
function hoursOf({ from, to }: HourStretch): number[] {
  const length = (to - from + HOURS_PER_DAY) % HOURS_PER_DAY;
  return Array.from({ length }, (_, place) => (from + place) % HOURS_PER_DAY);
}

/** The hours at which events are missing. */
function hoursDue(flags: readonly SurprisingFlag[]): number[] {
  return flags.flatMap(({ hour, direction }) => (direction === 'low' ? [hour] : []));
}

/** The parts of a finding that do not depend on its verdict. */
function factsOf({ flags, context }: AssessedDay): Facts {
  const flagged = flaggedHours(flags, context);
  const runs = findingStretches(flagged, context);
  const [first] = runs;
  const from = strongestOf(flags)?.direction === 'low' ? 'lowest' : 'highest';
  const rank = first === undefined ? null : rankOf(first, context, from);
  return { flagged, runs, ratio: ratioOf(runs), rank };
}

function shiftOf(
  hours: number,
  isWholeDay: boolean,
  due: readonly number[],
  { clock_change: change }: SeriesContext,
): Shift {
  const isClockChange = change !== undefined && change !== 0 && change === hours;
  return { hours, is_whole_day: isWholeDay, is_clock_change: isClockChange, due };
}

/** Some hours moved by others; undefined if none did. */
function movedVerdict(assessed: AssessedDay): Unusual | undefined {
  const { seriesCase, expected, noise, flags, series, context } = assessed;
  const { columns } = context;
  const counts = seriesCase.counts.map((count) => count ?? NaN);
  const moved = movedStretch(flags, { counts, expected, noise });
  if (moved === undefined) return undefined;
  const { came, due, hours, explained, rest } = moved;
  const shift = shiftOf(hours, false, hoursDue(explained), series);
  const arrived = hoursOf(came).filter((hour) => assessed.hours.includes(hour));
  const count = loggedOver(seriesCase.counts, arrived, columns);
  const sentence = movedSentence(shift, { ...came, count }, due);
  const others = findingStretches(flaggedHours(rest, context), context);
  return {
    ...factsOf(assessed),
    verdict: 'moved',
    shift,
    sentence: andOther(sentence, others, columns),
  };
}

/** The shift of a day as a whole. A change of the clock is by a number of hours that is sure. */
function wholeDayShift(
  { hours, isAbout }: ShiftedReading,
  due: readonly number[],
  series: SeriesContext,
): Shift {
  const shift = shiftOf(hours, true, due, series);
  return isAbout && !shift.is_clock_change ? { ...shift, is_about: true } : shift;
}

/** Counts of the hours that are assessed in total. */
function totalOf(counts: SeriesCase['counts'], { hours }: AssessedDay): number {
  return hours.reduce((sum, hour) => sum + (counts[hour] ?? 0), 0);
}

/** "a Sunday" if the day is a working day, else "a working day". */
function otherClassWords({ seriesCase, week }: AssessedDay): string {
  const isWorkingDay = classOf(week, weekdayIn(seriesCase, seriesCase.day)) === 0;
  return isWorkingDay ? `a ${weekdayWords(lastOfWeekend(week))}` : 'a working day';
}

/**
 * A phrase for a day that is as usual once it is read otherwise as a whole.
 *
 * @param except hours that are not as usual then
 */
export function wholeDaySentence(
  assessed: AssessedDay,
  reading: OtherReading,
  except: readonly number[] = [],
): string {
  if (reading.kind === 'shifted') {
    return movedDaySentence(wholeDayShift(reading, [], assessed.series));
  }
  const { seriesCase, hours, expected, context } = assessed;
  const { columns } = context;
  const usual = rangeOver(context, WHOLE_DAY);
  return likeOtherDaySentence(
    exceptWords(otherClassWords(assessed), hourStretches(except)),
    loggedOver(seriesCase.counts, hours, columns),
    usual && timesRange(usual, loggedPerCount(expected, hours, columns)),
  );
}

/** The verdict on a day that is as usual once it is read otherwise as a whole, except these hours. */
export function wholeDayVerdict(
  assessed: AssessedDay,
  reading: OtherReading,
  except: readonly number[] = [],
): Unusual {
  const facts = { ...factsOf(assessed), sentence: wholeDaySentence(assessed, reading, except) };
  if (reading.kind === 'shifted') {
    const shift = wholeDayShift(reading, hoursDue(assessed.flags), assessed.series);
    return { ...facts, verdict: 'moved', shift };
  }
  const { seriesCase, expected } = assessed;
  const isLess = totalOf(seriesCase.counts, assessed) < totalOf(expected, assessed);
  return { ...facts, verdict: isLess ? 'less' : 'more', shift: null };
}

function plainVerdict(assessed: AssessedDay): Unusual {
  const facts = factsOf(assessed);
  const { runs } = facts;
  const { columns } = assessed.context;
  const isLow = strongestOf(assessed.flags)?.direction === 'low';
  if (isLow && runs[0]?.count === 0) {
    const sentence = silentSentence(runs, columns);
    return { ...facts, verdict: 'silent', shift: null, sentence };
  }
  const verdict = isLow ? 'less' : 'more';
  return { ...facts, verdict, shift: null, sentence: comparedSentence(runs, verdict, columns) };
}

/**
 * The verdict on a day some of whose hours are flagged: moved, silent, less or more.
 *
 * @param except hours that are not flagged, and not as usual when the day is read otherwise
 */
export function hoursVerdict(assessed: AssessedDay, except: readonly number[] = []): Unusual {
  const unusual = movedVerdict(assessed) ?? plainVerdict(assessed);
  const { reading, series } = assessed;
  if (reading === undefined) return unusual;
  if (reading.kind === 'other_class') {
    const like = exceptWords(otherClassWords(assessed), hourStretches(except));
    return { ...unusual, sentence: andLikeOtherDay(unusual.sentence, like) };
  }
  const shift = wholeDayShift(reading, [], series);
  return { ...unusual, sentence: andMovedDay(unusual.sentence, shift) };
}
