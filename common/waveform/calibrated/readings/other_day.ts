import { HOURS_PER_DAY } from '../../../time';
import { bestShift, shifted } from './best_shift';
import { classCell } from '../cells';
import type { LearnedSeries } from '../learn_series';
import { gainOfLastDays, gainsOfClock } from './another_clock';
import { withMeans } from './filled_day';
import {
  gainsOf,
  gainWhereLess,
  isUsualBut,
  knownHours,
  sumOf,
  toldOtherwise,
  withoutLargest,
  type KnownHours,
  type Told,
} from './compared_hours';
import { isOnlyJob, isSameMove } from './moved_job';
import { isRatherStretch } from './one_stretch';
import { type DayCounts } from '../windows/window_room';
import { classOf, lastOfWeekend } from '../training_table';
import { expectDay, type DayKind } from '../usual_day';

const { abs, max, min } = Math;
const { isNaN: isUnknown } = Number;

/** How much likelier the other reading must make the day, as a log-likelihood. */
const LEAST_GAIN = 2;
/** The same when the strongest hours are included. */
const LEAST_WHOLE_GAIN = 30;
/** The same for only the hours with fewer events than expected, for a shift. */
const LEAST_GAIN_WHERE_LESS = 4;
/** A shift is sure if it makes the day likelier by this much than one by other hours does. */
const LEAST_GAIN_OF_SURE = 4;
/** With more unknown hours, or more that are judged expected, too little of a day may be known. */
const MOST_UNKNOWN = 4;
/** The same for a shift by one hour, which is ordinary. The clock skips one hour in spring. */
const MOST_UNKNOWN_BY_ONE_HOUR = 1;
/** From the shift of a day to the peak of its correlation: noise, a burst and a gap move the peak. */
const BESIDE_PEAK = [0, -1, 1, -2, 2];
/**
 * On a day that moved, the surplus and the deficit differ by less than this share of the larger.
 */
const ALIKE_SHARE = 0.5;
/** Chance leaves a day without any event, of which this many are expected, once in 20 days. */
const TOLD_BY = 3;

/** A day that is late or early as a whole. */
export interface ShiftedReading {
  readonly kind: 'shifted';
  readonly hours: number;
  /** Whether a shift by an hour or two more or less explains the day about as well. */
  readonly isAbout: boolean;
}

/** How a day as a whole can be read otherwise. */
export type OtherReading =
  | ShiftedReading
  /** A working day like one of the weekend, or the reverse. */
  | { readonly kind: 'other_class' };

/** The reading with the counts that it expects of the 24 hours. */
export interface OtherDay {
  readonly reading: OtherReading;
  readonly expected: Float64Array;
}

/** Another reading of a day, with what it says of its known hours. */
type ToldDay = OtherDay & Told;

/** The same, and how much likelier it makes each of them. */
type WeighedDay = ToldDay & { readonly gains: readonly number[] };

type WeighedShift = WeighedDay & { readonly reading: ShiftedReading };

/**
 * Whether about as many events of a day are missing at some hours as came at others. A burst adds
 * events and removes none. Of an hour with many extra events, no more count than of the loudest.
 */
function isExchange({ day: { counts, expected }, hours }: KnownHours): boolean {
  const most = expected.reduce((loudest, usual) => max(loudest, usual), 0);
  let surplus = 0;
  let missing = 0;
  for (const hour of hours) {
    const excess = min(counts[hour] ?? 0, most) - (expected[hour] ?? 0);
    if (excess > 0) surplus += excess;
    else missing -= excess;
  }
  return abs(surplus - missing) < ALIKE_SHARE * max(surplus, missing);
}

/** A shift as a number of hours from −11 to 12. */
function aroundTheClock(hours: number): number {
  const half = HOURS_PER_DAY / 2;
  if (hours > half) return hours - HOURS_PER_DAY;
  return hours <= -half ? hours + HOURS_PER_DAY : hours;
}

/** The shifts that a day may have: none if no day of its class tells what is usual at one of its hours. */
function shiftsOf(
  known: KnownHours,
  { cells, noise, table }: LearnedSeries,
  weekday: number,
): WeighedShift[] {
  const { day } = known;
  const { days } = classCell(cells, classOf(table.week, weekday));
  const unknown = [...day.counts.keys()].filter((hour) => isUnknown(day.counts[hour]));
  if (unknown.length > MOST_UNKNOWN || days.some((known) => known === 0)) return [];
  const peak = bestShift(withMeans(day.counts, unknown), day.expected);
  return BESIDE_PEAK.flatMap((beside) => {
    const hours = aroundTheClock(peak + beside);
    // Next to no shift at all, a shift by an hour is far from a peak at three hours.
    const mayBeOneHour = abs(beside) <= 1 && unknown.length <= MOST_UNKNOWN_BY_ONE_HOUR;
    if (hours === 0 || (abs(hours) === 1 && !mayBeOneHour)) return [];
    const expected = shifted(day.expected, hours);
    const told = toldOtherwise(expected, known, noise);
    const reading = { kind: 'shifted', hours, isAbout: false } as const;
    return [{ reading, expected, ...told, gains: gainsOf(told, known) }];
  });
}

/**
 * How much likelier a shift makes the day. Clocks make a shift by one hour: the days since count, too, and
 * one by other hours must be surely likelier.
 */
function wholeGain({ reading: { hours }, gains }: WeighedShift, learned: LearnedSeries): number {
  const ofDay = sumOf(gains);
  return abs(hours) === 1 ? ofDay + gainOfLastDays(hours, learned) + LEAST_GAIN_OF_SURE : ofDay;
}

/** The likeliest of some shifts. @param all those that a day may have */
function likeliestShift(
  shifts: readonly WeighedShift[],
  all: readonly WeighedShift[],
  learned: LearnedSeries,
): WeighedShift[] {
  const [best] = [...shifts].sort((a, b) => wholeGain(b, learned) - wholeGain(a, learned));
  if (best === undefined) return [];
  const least = sumOf(best.gains) - LEAST_GAIN_OF_SURE;
  const isNear = all.some((shift) => shift !== best && sumOf(shift.gains) > least);
  return [{ ...best, reading: { ...best.reading, isAbout: isNear && !isByOneHour(best) } }];
}

/**
 * A working day read as the last of the weekend, or a day of the weekend as a working day. A day
 * without any event is not read as one that has some: it is a silence.
 */
function otherClassOf(
  { cells, weights, table }: LearnedSeries,
  { hours, day: { counts } }: KnownHours,
  weekday: number,
): OtherDay[] {
  const { week } = table;
  const dayClass = classOf(week, weekday) === 0 ? 1 : 0;
  const { days, means } = cells.classes[dayClass];
  if (days.every((known) => known === 0)) return [];
  const events = sumOf(hours.map((hour) => means[hour] ?? 0));
  if (events >= TOLD_BY && !counts.some((count) => count > 0)) return [];
  const kind: DayKind = { dayClass, weekday: dayClass === 1 ? lastOfWeekend(week) : undefined };
  const expected = expectDay(cells, weights, kind);
  return [{ reading: { kind: 'other_class' }, expected }];
}

function isByOneHour({ reading }: OtherDay): boolean {
  return reading.kind === 'shifted' && abs(reading.hours) === 1;
}

/** The shifts by one hour that a change of the clock explains, now or in the last days. */
function byAnotherClock(
  shifts: readonly WeighedShift[],
  known: KnownHours,
  learned: LearnedSeries,
): WeighedShift[] {
  return shifts.flatMap((shift) => {
    const { reading } = shift;
    if (!isByOneHour(shift)) return [];
    const gains = gainsOfClock(reading.hours, shift.gains, known, learned);
    return gains === undefined ? [] : [{ ...shift, gains }];
  });
}

/** Whether the hours with missing events alone make a shift likelier, if it is not by one hour. */
function isShownWhereLess(shift: WeighedShift, known: KnownHours): boolean {
  return isByOneHour(shift) || gainWhereLess(shift.gains, known) > LEAST_GAIN_WHERE_LESS;
}

/** The questions about a day that stands out. */
export interface DayToRead {
  readonly day: DayCounts;
  /** 0 = Sunday. */
  readonly weekday: number;
  /** By how many hours some of its hours moved; undefined if none did. */
  readonly movedBy: number | undefined;
  /** The same of the hours that are reported as moved; slower. */
  readonly stretchMovedBy: () => number | undefined;
  /** Whether nothing of the day stands out with these expected counts. */
  readonly isUsual: (expected: Float64Array) => boolean;
}

/**
 * The shift that a day may have. If the day is not an exchange, only one by one hour: clocks make such a
 * shift, and it removes few events.
 */
function mayHaveMoved(
  { weekday, stretchMovedBy }: DayToRead,
  known: KnownHours,
  learned: LearnedSeries,
): WeighedShift[] {
  const all = shiftsOf(known, learned, weekday);
  const shown = all.filter((shift) => isShownWhereLess(shift, known));
  const best = likeliestShift(shown, all, learned);
  return best.filter((shift) => {
    const { hours } = shift.reading;
    if (isByOneHour(shift)) return true;
    return isExchange(known) && !isOnlyJob({ ...shift, hours }, known, stretchMovedBy);
  });
}

function likeliest(
  days: readonly WeighedDay[],
  least: number,
  gain: (gains: readonly number[]) => number,
): WeighedDay | undefined {
  let best: WeighedDay | undefined;
  let most = least;
  for (const day of days) {
    const reached = gain(day.gains);
    if (reached > most) [best, most] = [day, reached];
  }
  return best;
}

/** Whether a shift explains a day no worse than more or fewer events in one stretch of it do. */
function isTold(other: WeighedDay, known: KnownHours, learned: LearnedSeries): boolean {
  const { reading } = other;
  if (reading.kind !== 'shifted') return true;
  const ofDay = sumOf(gainsOf(other, known));
  const before = isByOneHour(other) ? gainOfLastDays(reading.hours, learned) : 0;
  const shift = { ...other, hours: reading.hours };
  return !isRatherStretch(shift, { ofDay, before }, known, learned.noise);
}

/** The likeliest of the shifts that make all of the day usual, or that a change of the clock explains. */
function likeliestOfAll(
  shifts: readonly WeighedShift[],
  { movedBy, isUsual }: DayToRead,
  known: KnownHours,
  learned: LearnedSeries,
): WeighedDay | undefined {
  const moved = shifts.filter(({ reading }) => !isSameMove(movedBy, reading.hours));
  const wholly = moved.filter(
    // The last condition is the slowest to check.
    (other) => sumOf(other.gains) > LEAST_WHOLE_GAIN && isUsual(other.expected),
  );
  return (
    likeliest(wholly, LEAST_WHOLE_GAIN, sumOf) ??
    likeliest(byAnotherClock(moved, known, learned), 0, sumOf)
  );
}

/**
 * Reads a day that stands out as a usual one that is a few hours late or early, or as one of the
 * other class of days. A reading is accepted if it makes most of the day usual, and far likelier
 * than it is otherwise even without the strongest hours. A shift is also accepted if it makes all
 * of the day usual, and one of an hour if the missing events show it, of this day or of the last
 * ones, too, unless a job moved by the same number of hours. No shift is accepted if more or fewer events in
 * one stretch of the day explain it better.
 */
export function readOtherwise(asked: DayToRead, learned: LearnedSeries): OtherDay | undefined {
  const { day, weekday } = asked;
  const { noise } = learned;
  const known = knownHours(day, noise);
  const tell = (other: OtherDay): ToldDay => ({
    ...other,
    ...toldOtherwise(other.expected, known, noise),
  });
  const weigh = (told: ToldDay): WeighedDay => ({ ...told, gains: gainsOf(told, known) });
  const shifts = mayHaveMoved(asked, known, learned);
  const ofClass = otherClassOf(learned, known, weekday).map(tell).filter(isUsualBut).map(weigh);
  const mostly = [...shifts.filter(isUsualBut), ...ofClass];
  const found =
    likeliest(mostly, LEAST_GAIN, withoutLargest) ?? likeliestOfAll(shifts, asked, known, learned);
  return found === undefined || isTold(found, known, learned)
    ? found
    : likeliest(ofClass, LEAST_GAIN, withoutLargest);
}
