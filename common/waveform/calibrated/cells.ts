import { HOURS_PER_DAY, DAYS_PER_WEEK } from '../../time';
import { classOf, type DayClass, type TrainingTable, type Week } from './training_table';

const { isNaN: isUnknown } = Number;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;
const classAt = classOf;

/** A group of training days: the sum of their counts and their number, at each hour. */
export interface Cell {
  readonly sums: Float64Array;
  readonly days: Float64Array;
}

/** The groups that a day belongs to: all days, its class, its weekday. */
export interface Cells {
  readonly all: Cell;
  readonly classes: readonly [workingDays: Cell, weekend: Cell];
  readonly weekdays: readonly Cell[];
}

function emptyCell(): Cell {
  return { sums: new Float64Array(HOURS), days: new Float64Array(HOURS) };
}

/** The cell of a class of days. */
export function classCell({ classes }: Cells, dayClass: DayClass): Cell {
  return classes[dayClass];
}

/** The cell of a weekday, 0 = Sunday. */
export function weekdayCell({ weekdays, all }: Cells, weekday: number): Cell {
  return weekdays[weekday] ?? all;
}

/** All hours of a day. */
export const ALL_HOURS: readonly number[] = Array.from({ length: HOURS }, (_, hour) => hour);

const sumsOfWeekdays = new Float64Array(DAYS_PER_WEEK);
const daysOfWeekdays = new Float64Array(DAYS_PER_WEEK);

function write({ sums, days }: Cell, hour: number, sum: number, known: number): void {
  sums[hour] = sum;
  days[hour] = known;
}

/** Sums the training days at one hour: by weekday, from there by class, and from there all of them. */
function sumHour(
  hour: number,
  ofDays: readonly number[],
  week: Week,
  counts: Float64Array,
  { all, classes, weekdays }: Cells,
): void {
  sumsOfWeekdays.fill(0);
  daysOfWeekdays.fill(0);
  for (let row = 0; row < ofDays.length; row += 1) {
    const count = counts[row * HOURS + hour] ?? NaN;
    if (isUnknown(count)) continue;
    const weekday = ofDays[row] ?? 0;
    sumsOfWeekdays[weekday] = (sumsOfWeekdays[weekday] ?? 0) + count;
    daysOfWeekdays[weekday] = (daysOfWeekdays[weekday] ?? 0) + 1;
  }
  let workingSum = 0;
  let workingDays = 0;
  let weekendSum = 0;
  let weekendDays = 0;
  for (let weekday = 0; weekday < DAYS_PER_WEEK; weekday += 1) {
    const sum = sumsOfWeekdays[weekday] ?? 0;
    const known = daysOfWeekdays[weekday] ?? 0;
    write(weekdays[weekday] ?? all, hour, sum, known);
    if (classAt(week, weekday) === 0) {
      workingSum += sum;
      workingDays += known;
    } else {
      weekendSum += sum;
      weekendDays += known;
    }
  }
  write(classes[0], hour, workingSum, workingDays);
  write(classes[1], hour, weekendSum, weekendDays);
  write(all, hour, workingSum + weekendSum, workingDays + weekendDays);
}

/** Room for the groups of days, to be used again. */
export function roomForCells(): Cells {
  return {
    all: emptyCell(),
    classes: [emptyCell(), emptyCell()],
    weekdays: Array.from({ length: DAYS_PER_WEEK }, emptyCell),
  };
}

/**
 * Sums the training days by group.
 *
 * @param counts days × 24, NaN where not known
 * @param cells where the sums are written
 * @param hours those whose counts are other than before
 */
export function sumCells(
  { weekdays, week }: TrainingTable,
  counts: Float64Array,
  cells: Cells = roomForCells(),
  hours: readonly number[] = ALL_HOURS,
): Cells {
  for (const hour of hours) sumHour(hour, weekdays, week, counts, cells);
  return cells;
}
