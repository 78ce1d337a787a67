import { HOURS_PER_DAY, DAYS_PER_WEEK } from '../../time';
import { classOf, type DayClass, type TrainingTable } from './training_table';

const { isNaN: isUnknown } = Number;
// A copy: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;

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

function addDay({ sums, days }: Cell, counts: Float64Array, row: number): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const count = counts[row * HOURS + hour] ?? NaN;
    if (isUnknown(count)) continue;
    sums[hour] = (sums[hour] ?? 0) + count;
    days[hour] = (days[hour] ?? 0) + 1;
  }
}

/** The cell of a class of days. */
export function classCell({ classes }: Cells, dayClass: DayClass): Cell {
  return classes[dayClass];
}

/** The cell of a weekday, 0 = Sunday. */
export function weekdayCell({ weekdays, all }: Cells, weekday: number): Cell {
  return weekdays[weekday] ?? all;
}

/** Adds the days of one group to another that they belong to, too. */
function addCell(to: Cell, { sums, days }: Cell): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    to.sums[hour] = (to.sums[hour] ?? 0) + (sums[hour] ?? 0);
    to.days[hour] = (to.days[hour] ?? 0) + (days[hour] ?? 0);
  }
}

function empty({ sums, days }: Cell): void {
  sums.fill(0);
  days.fill(0);
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
 */
export function sumCells(
  { weekdays }: TrainingTable,
  counts: Float64Array,
  cells: Cells = roomForCells(),
): Cells {
  empty(cells.all);
  cells.classes.forEach(empty);
  cells.weekdays.forEach(empty);
  for (let row = 0; row < weekdays.length; row += 1) {
    addDay(weekdayCell(cells, weekdays[row] ?? 0), counts, row);
  }
  cells.weekdays.forEach((cell, weekday) => addCell(classCell(cells, classOf(weekday)), cell));
  for (const cell of cells.classes) addCell(cells.all, cell);
  return cells;
}
