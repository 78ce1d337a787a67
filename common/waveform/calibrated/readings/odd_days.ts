import { HOURS_PER_DAY } from '../../../time';
import { FAR_OUT_SQUARED, varianceOf, type Noise } from '../noise';
import { classOf, type DayClass, type TrainingTable } from '../training_table';
import { holidays, type Expectations } from './holidays';

const { max, min } = Math;
const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const MOST = FAR_OUT_SQUARED;
const variance = varianceOf;

/** From this mean square on, a day is odd as a whole … */
const ODD_SQUARE = 3;
/** … if it is also this many times that of the median day of its class, … */
const TIMES_THE_MEDIAN = 4;
/** … and this many of its hours are further out than a chance of one in twelve. */
const LEAST_HOURS_OUT = 10;
const OUT_SQUARE = 3;
/**
 * A day before or after an odd one is ordinary up to this mean square; else the level has changed.
 */
const ORDINARY_SQUARE = 2;
/** More odd days in a row are not an incident, but a habit or a new level. */
const LONGEST_RUN = 2;
/** With fewer days of a class, it is impossible to say which are odd. */
const LEAST_OF_CLASS = 15;
/** If more than this share of all days is odd, none is. */
const MOST_ODD = 0.25;
const LEAST_KNOWN_HOURS = 12;
/** A day with fewer expected events is too quiet to be odd. */
const LEAST_WEIGHT = 1;

/**
 * How far a day is from what was expected of it: the mean of the capped squares of its residuals in
 * standard deviations. Hours with few events weigh little.
 *
 * @returns NaN for a day of which too little is known; no more than ordinary for one with few hours
 * that are out
 */
function squareOfDay(
  counts: Float64Array,
  expected: Float64Array,
  noise: Noise,
  row: number,
): number {
  let sum = 0;
  let weights = 0;
  let known = 0;
  let out = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const usual = expected[row * HOURS + hour] ?? NaN;
    const residual = (counts[row * HOURS + hour] ?? NaN) - usual;
    const square = (residual * residual) / variance(noise, usual, hour);
    if (isUnknown(square)) continue;
    const weight = usual / (usual + 1);
    sum += weight * min(square, MOST);
    weights += weight;
    known += 1;
    if (square > OUT_SQUARE) out += 1;
  }
  if (known < LEAST_KNOWN_HOURS || weights < LEAST_WEIGHT) return NaN;
  const mean = sum / weights;
  return out < LEAST_HOURS_OUT ? min(mean, ORDINARY_SQUARE - 0.5) : mean;
}

/**
 * How many hours of a day may be out. If there are fewer than an odd day needs, the day is not odd.
 */
function hoursOut(
  counts: Float64Array,
  expected: Float64Array,
  { unit, spread, ratios }: Noise,
  start: number,
): number {
  let out = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const usual = expected[start + hour] ?? NaN;
    const residual = (counts[start + hour] ?? NaN) - usual;
    // No variance is less than this, and it needs no division.
    const least = (ratios[hour] ?? 1) * (unit + spread * usual) * usual;
    if (residual * residual > OUT_SQUARE * least) out += 1;
  }
  return out;
}

function isAnyOut(counts: Float64Array, expected: Float64Array, noise: Noise): boolean {
  for (let start = 0; start < counts.length; start += HOURS) {
    if (hoursOut(counts, expected, noise, start) >= LEAST_HOURS_OUT) return true;
  }
  return false;
}

/**
 * Stretches of odd days with an ordinary day before and after them, among the days of one class.
 */
function runsBetweenOrdinary(rows: readonly number[], squares: Float64Array): readonly number[] {
  const squareOf = (place: number): number => squares[rows[place] ?? -1] ?? Infinity;
  const sorted = rows.map((_, place) => squareOf(place)).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const odd = max(ODD_SQUARE, TIMES_THE_MEDIAN * median);
  const ordinary = ORDINARY_SQUARE * max(1, median);
  let found: readonly number[] = [];
  for (let place = 0; place < rows.length;) {
    let end = place;
    while (end < rows.length && squareOf(end) > odd) end += 1;
    const isBetween = squareOf(place - 1) < ordinary && squareOf(end) < ordinary;
    if (end > place && end - place <= LONGEST_RUN && isBetween) {
      found = [...found, ...rows.slice(place, end)];
    }
    place = max(end, place + 1);
  }
  return found;
}

/** Days that differ from those of their class before and after them. */
function differingDays(
  { weekdays, week }: Pick<TrainingTable, 'weekdays' | 'week'>,
  counts: Float64Array,
  expected: Float64Array,
  noise: Noise,
): readonly number[] {
  if (!isAnyOut(counts, expected, noise)) return [];
  const squares = Float64Array.from(weekdays, (_, row) =>
    squareOfDay(counts, expected, noise, row),
  );
  const ofClass = (dayClass: DayClass): readonly number[] => {
    const rows = weekdays.flatMap((weekday, row) =>
      classOf(week, weekday) === dayClass && !isUnknown(squares[row]) ? [row] : [],
    );
    return rows.length < LEAST_OF_CLASS ? [] : runsBetweenOrdinary(rows, squares);
  };
  return [...ofClass(0), ...ofClass(1)];
}

/**
 * Training days that are odd as a whole: a holiday, a storm, an incident of a day or two. They
 * differ from the days of their class on both sides, which neither a trend nor a new level does.
 *
 * @param counts days × 24, NaN if unknown
 * @param learned what the first round of learning expects
 * @returns their rows in the table
 */
export function oddDays(
  table: Pick<TrainingTable, 'weekdays' | 'week'>,
  counts: Float64Array,
  learned: Expectations,
  noise: Noise,
): number[] {
  const { weekdays } = table;
  if (weekdays.length < LEAST_OF_CLASS) return [];
  const differing = differingDays(table, counts, learned.expected, noise);
  const quiet = holidays(table, counts, learned, noise);
  if (differing.length === 0 && quiet.length === 0) return [];
  const found = new Set([...differing, ...quiet]);
  return found.size > MOST_ODD * weekdays.length ? [] : [...found].sort((a, b) => a - b);
}
