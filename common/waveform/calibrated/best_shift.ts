import { HOURS_PER_DAY } from '../../time';

const { max, min, sqrt } = Math;
// A copy: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;

/**
 * Square roots of counts scatter alike at any height, and no count says more than the loudest hour
 * that is usual: so one attack does not decide.
 */
function leveled(counts: Float64Array, most: number): Float64Array {
  const roots = new Float64Array(HOURS);
  let sum = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const root = sqrt(min(counts[hour] ?? 0, most));
    roots[hour] = root;
    sum += root;
  }
  const mean = sum / HOURS;
  for (let hour = 0; hour < HOURS; hour += 1) roots[hour] = (roots[hour] ?? 0) - mean;
  return roots;
}

/** Σ_h day(h + shift) · usual(h), around the clock. */
function correlationAt(day: Float64Array, usual: Float64Array, shift: number): number {
  let sum = 0;
  let from = (shift + HOURS) % HOURS;
  for (let hour = 0; hour < HOURS; hour += 1) {
    sum += (day[from] ?? 0) * (usual[hour] ?? 0);
    from = from + 1 === HOURS ? 0 : from + 1;
  }
  return sum;
}

/** Shifts, the smallest first: a day that repeats itself looks the same at several. */
const SHIFTS = [
  0,
  ...Array.from({ length: HOURS_PER_DAY / 2 - 1 }, (_, place) => [place + 1, -place - 1]).flat(),
  HOURS_PER_DAY / 2,
];
/** What is less than this share better is as good. */
const AS_GOOD = 1e-9;

/**
 * The shift at which a day looks most like its usual day: the peak of their circular
 * cross-correlation Σ_h day(h + k) · usual(h).
 *
 * @param counts 24 counts, all known
 * @returns hours from −11 to 12, the smallest of those as good: above 0 when the day is later than usual
 */
export function bestShift(counts: Float64Array, expected: Float64Array): number {
  let most = 0;
  for (let hour = 0; hour < HOURS; hour += 1) most = max(most, expected[hour] ?? 0);
  const day = leveled(counts, most);
  const usual = leveled(expected, most);
  const correlations = new Float64Array(SHIFTS.length);
  let highest = -Infinity;
  for (let place = 0; place < SHIFTS.length; place += 1) {
    const correlation = correlationAt(day, usual, SHIFTS[place] ?? 0);
    correlations[place] = correlation;
    highest = max(highest, correlation);
  }
  const best = correlations.findIndex((correlation) => correlation >= highest * (1 - AS_GOOD));
  return SHIFTS[best] ?? 0;
}

/** A usual day as it would be `shift` hours later. */
export function shifted(expected: Float64Array, shift: number): Float64Array {
  return expected.map((_, hour) => expected[(hour - shift + HOURS_PER_DAY) % HOURS_PER_DAY] ?? 0);
}
