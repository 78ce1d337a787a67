import { HOURS_PER_DAY } from '../../time';
import type { Flag } from '../hours';
import { LEAST_SCORE_LIMIT } from '../../settings';
import type { LearnedSeries } from './learn_series';
import { daysOfClass } from './learned_day';
import { rounded } from './tails/rounded';
import { atLevel, isAtLevel, lastLevel } from './readings/last_level';
import { movedBy } from './readings/moved_hours';
import { movedStretch } from './readings/moved_stretch';
import { noisiness } from './noisy_signature';
import { readOtherwise, type OtherDay, type OtherReading } from './readings/other_day';
import { keptNoise, noisierBy, type Noise } from './noise';
import { roomForDay, scoreDay, standsOut, type HourScores } from './score_day';
import { type DayCounts } from './windows/window_room';
import { type DayClass, type TrainingTable } from './training_table';
import { expectDay, kindOf, type DayKind } from './usual_day';

const { max } = Math;
const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_SCORE_LIMIT;
const round = rounded;

/** Reused for one series after the other. No part of it is in a result. */
const ROOM = roomForDay();
const EXPECTED = new Float64Array(HOURS);
const SCORES = new Float64Array(HOURS);

/** The scores of the 24 hours under one expectation. */
export interface ScoredDay {
  /** 24 scores, rounded to 9 significant digits; null for an hour that was not tested. */
  readonly scores: readonly (number | null)[];
  /** Whether the hour has more events than expected, also where that does not stand out. */
  readonly isHigh: readonly boolean[];
  /** 24 expected counts. */
  readonly expected: readonly number[];
}

/** A day that is read otherwise as a whole. */
export interface OtherScored extends ScoredDay {
  readonly reading: OtherReading;
}

/** The parts of a learned series that a result keeps. */
export interface KeptLearning {
  readonly table: Pick<TrainingTable, 'days' | 'weekdays' | 'week'>;
  /** How far the expectation went to the mean of its class and of its weekday, one an hour: see `Weights`. */
  readonly weights: { readonly ofClass: Float64Array; readonly ofWeekday: Float64Array };
  readonly noise: Noise;
}

/** What the calibrated method makes of a learned series on a day, before any threshold is applied. */
export interface Scored {
  readonly kind: 'scored';
  readonly learned: KeptLearning;
  /** The day as it is. */
  readonly own: ScoredDay;
  /** The day read otherwise, if that makes it usual. */
  readonly other: OtherScored | undefined;
  readonly isWorkingDay: boolean;
}

function strongest({ scores }: HourScores): number {
  return scores.reduce((most, score) => max(most, score), 0);
}

/** Hours that stand out at any threshold. */
function standingOut({ scores, isHigh }: HourScores): Flag[] {
  const flags: Flag[] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const score = scores[hour] ?? 0;
    if (score < LEAST) continue;
    flags.push({ hour, score, direction: isHigh[hour] === true ? 'high' : 'low' });
  }
  return flags;
}

function scoredDay(
  { scores }: HourScores,
  counts: Float64Array,
  expected: Float64Array,
  divisor: number,
): ScoredDay {
  const ofHours: (number | null)[] = [];
  const usual: number[] = [];
  const isHigh: boolean[] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const [count, mean] = [counts[hour] ?? NaN, expected[hour] ?? 0];
    ofHours.push(isUnknown(count) ? null : round((scores[hour] ?? 0) / divisor));
    usual.push(round(mean));
    isHigh.push(count > mean);
  }
  return { scores: ofHours, isHigh, expected: usual };
}

function standsOutLess(one: HourScores, other: HourScores): boolean {
  return standingOut(one).length < standingOut(other).length;
}

/** The day read otherwise as a whole; undefined unless fewer hours stand out then. */
function scoreOtherwise(
  day: DayCounts,
  weekday: number,
  own: HourScores,
  learned: LearnedSeries,
): (HourScores & OtherDay) | undefined {
  const { noise, windows } = learned;
  const score = (expected: Float64Array): HourScores =>
    scoreDay({ counts: day.counts, expected }, noise, windows, ROOM);
  const flags = standingOut(own);
  const compared = { ...day, noise };
  const moved = movedBy(flags, compared);
  const stretchMovedBy = (): number | undefined => movedStretch(flags, compared)?.hours;
  const isUsual = (expected: Float64Array): boolean =>
    strongest(score(expected)) < LEAST_SCORE_LIMIT;
  const other = readOtherwise({ day, weekday, movedBy: moved, stretchMovedBy, isUsual }, learned);
  if (other === undefined) return undefined;
  const scores = score(other.expected);
  return standsOutLess(scores, own) ? { ...scores, ...other } : undefined;
}

/** With so few days of a class, the expectation is uncertain, which widens the noise. */
const FEW_OF_CLASS = 7;
const DOUBT = 3;
const NO_WEIGHTS = new Float64Array(HOURS);

/** How much larger variances are because the expectation comes from few days. */
function doubtOf(days: number): number {
  return days < FEW_OF_CLASS ? 1 + DOUBT / max(1, days * days) : 1;
}

function noiseOn({ noise, table }: LearnedSeries, dayClass: DayClass): Noise {
  const doubt = doubtOf(daysOfClass(table, dayClass));
  return doubt === 1 ? noise : noisierBy(noise, doubt);
}

/** A day with what is expected of it, and its scores. */
interface ComparedDay extends DayCounts {
  readonly own: HourScores;
}

/**
 * The day compared with its usual level, or with that of the last days if its other hours are at that
 * level, and fewer hours stand out then and none of them more.
 */
function compareDay(
  counts: Float64Array,
  kind: DayKind,
  noise: Noise,
  learned: LearnedSeries,
): ComparedDay {
  const score = (expected: Float64Array, scores?: Float64Array): ComparedDay => {
    const day = { counts, expected };
    return { ...day, own: scoreDay(day, noise, learned.windows, ROOM, scores) };
  };
  const usual = score(expectDay(learned.cells, learned.weights, kind, EXPECTED), SCORES);
  if (strongest(usual.own) < LEAST_SCORE_LIMIT) return usual;
  const level = lastLevel(learned);
  const direction = level > 1 ? 'high' : 'low';
  const flags = standingOut(usual.own);
  const mayHelp = flags.some((flag) => flag.direction === direction);
  if (level === 1 || !mayHelp) return usual;
  if (!isAtLevel(usual, level, new Set(flags.map(({ hour }) => hour)))) return usual;
  const other = score(atLevel(usual.expected, level));
  const isWeaker = strongest(other.own) <= strongest(usual.own);
  return isWeaker && standsOutLess(other.own, usual.own) ? other : usual;
}

/** Whether any hour of a day may reach the lowest threshold. */
export function isLoud(counts: Float64Array, weekday: number, learned: LearnedSeries): boolean {
  const kind = kindOf(learned.table.week, weekday);
  const expected = expectDay(learned.cells, learned.weights, kind, EXPECTED);
  const noise = noiseOn(learned, kind.dayClass);
  return standsOut({ counts, expected }, noise, learned.windows, ROOM);
}

/** Scores a day as it is and, if something stands out, as it may be read otherwise. */
export function scoreLearned(
  counts: Float64Array,
  weekday: number,
  learned: LearnedSeries,
): Scored {
  const { days, weekdays, week } = learned.table;
  const kind = kindOf(week, weekday);
  const { dayClass } = kind;
  const isWorkingDay = dayClass === 0;
  const noise = noiseOn(learned, dayClass);
  const weights = {
    ofClass: learned.weights.classes[dayClass].slice(),
    ofWeekday: (learned.weights.weekdays[weekday] ?? NO_WEIGHTS).slice(),
  };
  const kept: KeptLearning = {
    table: { days, weekdays, week },
    weights,
    noise: keptNoise(noise),
  };
  const { expected, own } = compareDay(counts, kind, noise, learned);
  if (strongest(own) < LEAST_SCORE_LIMIT) {
    return {
      kind: 'scored',
      learned: kept,
      own: scoredDay(own, counts, expected, 1),
      other: undefined,
      isWorkingDay,
    };
  }
  const divisor = noisiness(learned, dayClass, ROOM.windows);
  const other = scoreOtherwise({ counts, expected }, weekday, own, { ...learned, noise });
  return {
    kind: 'scored',
    learned: kept,
    isWorkingDay,
    own: scoredDay(own, counts, expected, divisor),
    other: other && {
      ...scoredDay(other, counts, other.expected, divisor),
      reading: other.reading,
    },
  };
}
