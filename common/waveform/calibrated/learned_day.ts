import { type Day, HOURS_PER_DAY } from '../../time';
import type { TrainingSettings } from '../../settings';
import { LEAST_DAYS, weekdayIn, type NotAssessedReason, type SeriesCase } from '../hours';
import { learnSeries, roomToLearn, type LearnedSeries } from './learn_series';
import { silentWithoutPause } from './silent_without_pause';
import {
  classOf,
  roomForTable,
  trainingTable,
  type DayClass,
  type TrainingTable,
} from './training_table';

const { isNaN: isUnknown } = Number;
// A local copy: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;

/** Why a day is not scored. */
export type NotScoredReason = Exclude<
  NotAssessedReason,
  'no_events' | 'unknown_hours' | 'closed_days' | 'switched_off'
>;

/**
 * There are fewer than three training days, or fewer than two of the tested day's class. Or no hour of the
 * day is to be assessed: none is known, on the day itself or on the training days, all are judged
 * expected, or a calendar leaves the day out.
 */
export interface NotScored {
  readonly kind: 'not_scored';
  readonly reason: NotScoredReason;
  readonly days: readonly Day[];
}

/** Fewer days of the tested day's class say nothing. */
const LEAST_OF_CLASS = 2;

const USUAL_DAYS = 31;
/** Reused for one series after the other. No part of it is in a result. */
let learningRoom = roomToLearn(USUAL_DAYS);
let tableRoom = roomForTable(USUAL_DAYS);

function tableInRoom(seriesCase: SeriesCase, training: TrainingSettings): TrainingTable {
  const days = seriesCase.training.length;
  if (days * HOURS > tableRoom.length) tableRoom = roomForTable(days);
  return trainingTable(seriesCase, training, tableRoom);
}

/** Learns a series. The values are valid until the next series is learned. */
export function learnInRoom(table: TrainingTable): LearnedSeries {
  if (table.days.length > learningRoom.days) learningRoom = roomToLearn(table.days.length);
  return learnSeries(table, learningRoom);
}

const TESTED = new Float64Array(HOURS);

/** The tested day in one list, NaN if an hour is unknown or not to be assessed. */
function testedCounts(
  { counts, excused_hours: excused }: SeriesCase,
  isTested: (hour: number) => boolean,
): Float64Array {
  const tested = TESTED;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const isAssessed = isTested(hour) && excused?.has(hour) !== true;
    tested[hour] = isAssessed ? (counts[hour] ?? NaN) : NaN;
  }
  return tested;
}

/** Whether an hour is known of any training day: of one of a class, if one is named. */
function isLearned(
  { counts, weekdays, week }: TrainingTable,
  hour: number,
  dayClass?: DayClass,
): boolean {
  for (let row = 0; row < weekdays.length; row += 1) {
    const isMeant = dayClass === undefined || classOf(week, weekdays[row] ?? 0) === dayClass;
    if (isMeant && !isUnknown(counts[row * HOURS + hour])) return true;
  }
  return false;
}

/** Takes those hours out of a day that no such training day knows: nothing can be expected of them. */
function leaveUnlearnedOut(counts: Float64Array, table: TrainingTable, dayClass?: DayClass): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (!isLearned(table, hour, dayClass)) counts[hour] = NaN;
  }
}

/** How many training days are of a class. */
export function daysOfClass({ weekdays, week }: TrainingTable, dayClass: DayClass): number {
  let days = 0;
  for (const weekday of weekdays) if (classOf(week, weekday) === dayClass) days += 1;
  return days;
}

/** The class of a weekday, if enough training days are of it to be compared with. */
function learnedClass(table: TrainingTable, weekday: number): DayClass | undefined {
  const dayClass = classOf(table.week, weekday);
  return daysOfClass(table, dayClass) >= LEAST_OF_CLASS ? dayClass : undefined;
}

/** The counts of a day of this weekday at the hours that training days know, NaN at the others. */
export function learnedHours(
  counts: Float64Array,
  table: TrainingTable,
  weekday: number,
): Float64Array {
  const learned = counts.slice();
  leaveUnlearnedOut(learned, table, learnedClass(table, weekday));
  return learned;
}

/**
 * Learns a series and scores its day, unless that is not possible. It takes two days of its class,
 * or a silence of a series that never paused.
 *
 * @param score the learned values are valid until the next series is learned
 */
export function learnAndScore<T>(
  seriesCase: SeriesCase,
  training: TrainingSettings,
  isTested: (hour: number) => boolean,
  score: (counts: Float64Array, weekday: number, learned: LearnedSeries) => T,
): T | NotScored {
  const table = tableInRoom(seriesCase, training);
  const { days } = table;
  if (seriesCase.is_left_out === true) return { kind: 'not_scored', reason: 'calendar', days };
  const counts = testedCounts(seriesCase, isTested);
  if (counts.every(isUnknown)) {
    const isExcused = seriesCase.counts.some((count, hour) => count !== null && isTested(hour));
    return { kind: 'not_scored', reason: isExcused ? 'expected_hours' : 'unknown_day', days };
  }
  if (days.length < LEAST_DAYS) return { kind: 'not_scored', reason: 'few_days', days };
  const weekday = weekdayIn(seriesCase, seriesCase.day);
  const alikeClass = learnedClass(table, weekday);
  leaveUnlearnedOut(counts, table, alikeClass);
  if (counts.every(isUnknown)) return { kind: 'not_scored', reason: 'unlearned_hours', days };
  if (alikeClass !== undefined) return score(counts, weekday, learnInRoom(table));
  const silent = silentWithoutPause(counts, table);
  if (silent !== undefined) return score(silent, weekday, learnInRoom(table));
  const dayClass = classOf(table.week, weekday);
  const kind = dayClass === 1 ? 'weekend_day' : 'working_day';
  const isNone = daysOfClass(table, dayClass) === 0;
  return { kind: 'not_scored', reason: `${isNone ? 'no' : 'one'}_${kind}`, days };
}

/** A series on a day, laid out to be learned: nobody has judged any of it, and no calendar is about it. */
export interface LaidOutCase {
  /** At least one count is known of each day. */
  readonly table: TrainingTable;
  /** The 24 counts of the tested day, NaN if an hour is unknown or not to be assessed. */
  readonly counts: Float64Array;
  /** Of the tested day, 0 = Sunday. */
  readonly weekday: number;
}

/**
 * Learns a series that is laid out already.
 *
 * @returns what was learned, until the next series is learned; undefined if `learnAndScore` does more
 * than score the day by it, and for a series without an event before
 */
export function learnLaidOut({ table, counts, weekday }: LaidOutCase): LearnedSeries | undefined {
  const isNever = table.counts.every((count) => !(count > 0));
  if (isNever || counts.every(isUnknown) || table.days.length < LEAST_DAYS) return undefined;
  const dayClass = learnedClass(table, weekday);
  if (dayClass === undefined) return undefined;
  const isUnlearned = (count: number, hour: number): boolean =>
    !isUnknown(count) && !isLearned(table, hour, dayClass);
  return counts.some(isUnlearned) ? undefined : learnInRoom(table);
}
