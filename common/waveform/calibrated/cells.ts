import { HOURS_PER_DAY, DAYS_PER_WEEK } from '../../time';
import { classOf, type DayClass, type TrainingTable } from './training_table';

const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const classAt = classOf;

/** A group of training days at each hour. */
export interface Cell {
  /** The sum of their counts. */
  readonly sums: Float64Array;
  /** How many of them are known. */
  readonly days: Float64Array;
  /** The mean of their counts; 0 if none is known. */
  readonly means: Float64Array;
  /** The share of each other day if one is left out; NaN if there is no other. */
  readonly shares: Float64Array;
}

/** The groups that a day belongs to: all days, its class, its weekday. */
export interface Cells {
  readonly all: Cell;
  readonly classes: readonly [workingDays: Cell, weekend: Cell];
  readonly weekdays: readonly Cell[];
}

function emptyCell(): Cell {
  const ofHours = (): Float64Array => new Float64Array(HOURS);
  return { sums: ofHours(), days: ofHours(), means: ofHours(), shares: ofHours() };
}

/** The cell of a class of days. */
export function classCell({ classes }: Cells, dayClass: DayClass): Cell {
  return classes[dayClass];
}

/** The cell of a weekday, 0 = Sunday. */
export function weekdayCell({ weekdays, all }: Cells, weekday: number): Cell {
  return weekdays[weekday] ?? all;
}

/** Memory for the groups of days, to be reused. */
export function roomForCells(): Cells {
  return {
    all: emptyCell(),
    classes: [emptyCell(), emptyCell()],
    weekdays: Array.from({ length: DAYS_PER_WEEK }, emptyCell),
  };
}

function clear({ sums, days }: Cell): void {
  sums.fill(0);
  days.fill(0);
}

function addTo(cell: Cell, { sums, days }: Cell): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    cell.sums[hour] = (cell.sums[hour] ?? 0) + (sums[hour] ?? 0);
    cell.days[hour] = (cell.days[hour] ?? 0) + (days[hour] ?? 0);
  }
}

function divide({ sums, days, means, shares }: Cell): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const known = days[hour] ?? 0;
    means[hour] = (sums[hour] ?? 0) / (known > 0 ? known : 1);
    shares[hour] = known > 1 ? 1 / (known - 1) : NaN;
  }
}

/** Adds each training day to its weekday. */
function sumWeekdays(
  ofDays: readonly number[],
  counts: Float64Array,
  { weekdays, all }: Cells,
): void {
  for (let row = 0; row < ofDays.length; row += 1) {
    const { sums, days } = weekdays[ofDays[row] ?? 0] ?? all;
    const from = row * HOURS;
    for (let hour = 0; hour < HOURS; hour += 1) {
      const count = counts[from + hour] ?? NaN;
      if (isUnknown(count)) continue;
      sums[hour] = (sums[hour] ?? 0) + count;
      days[hour] = (days[hour] ?? 0) + 1;
    }
  }
}

/**
 * Sums the training days by group: by weekday, from these by class, and from these all of them.
 *
 * @param counts days × 24, NaN if unknown
 * @param cells where the sums are written
 */
export function sumCells(
  { weekdays: ofDays, week }: TrainingTable,
  counts: Float64Array,
  cells: Cells = roomForCells(),
): Cells {
  const { all, classes, weekdays } = cells;
  for (const cell of weekdays) clear(cell);
  clear(classes[0]);
  clear(classes[1]);
  clear(all);
  sumWeekdays(ofDays, counts, cells);
  for (let weekday = 0; weekday < weekdays.length; weekday += 1) {
    const cell = weekdays[weekday];
    if (cell === undefined) continue;
    addTo(classes[classAt(week, weekday)], cell);
    divide(cell);
  }
  addTo(all, classes[0]);
  addTo(all, classes[1]);
  divide(classes[0]);
  divide(classes[1]);
  divide(all);
  return cells;
}
