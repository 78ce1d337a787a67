import { HOURS_PER_DAY } from '../../../time';

const { max, min, sqrt } = Math;
// A local copy: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;

/**
 * Square roots of counts have similar scatter at any height, and no count weighs more than the
 * highest usual hour, so one attack does not decide.
 */
function leveled(counts: Float64Array, most: number, roots: Float64Array): Float64Array {
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

/** Shifts, the smallest first: a day with a repeating pattern looks the same at several. */
const SHIFTS = [
  0,
  ...Array.from({ length: HOURS_PER_DAY / 2 - 1 }, (_, place) => [place + 1, -place - 1]).flat(),
  HOURS_PER_DAY / 2,
];
/** Reused for each day in turn: allocating a list takes longer than filling it. */
const DAY = new Float64Array(HOURS);
const USUAL = new Float64Array(HOURS);
const CORRELATIONS = new Float64Array(SHIFTS.length);
/** A shift that is better by less than this share is only as good: noise alone decides between them. */
const AS_GOOD = 0.01;

/**
 * The shift at which a day looks most like its usual day: the peak of their circular
 * cross-correlation Σ_h day(h + k) · usual(h).
 *
 * @param counts 24 counts, all known
 * @returns hours from −11 to 12, the smallest of those within 1 % of the best: above 0 if the day is later
 * than usual
 */
export function bestShift(counts: Float64Array, expected: Float64Array): number {
  let most = 0;
  for (let hour = 0; hour < HOURS; hour += 1) most = max(most, expected[hour] ?? 0);
  const day = leveled(counts, most, DAY);
  const usual = leveled(expected, most, USUAL);
  const correlations = CORRELATIONS;
  let highest = -Infinity;
  for (let place = 0; place < SHIFTS.length; place += 1) {
    const correlation = correlationAt(day, usual, SHIFTS[place] ?? 0);
    correlations[place] = correlation;
    highest = max(highest, correlation);
  }
  const best = correlations.findIndex((correlation) => correlation >= highest * (1 - AS_GOOD));
  return SHIFTS[best] ?? 0;
}

/** A usual day, moved by `shift` hours to a later time. */
export function shifted(expected: Float64Array, shift: number): Float64Array {
  const later = new Float64Array(HOURS);
  for (let hour = 0; hour < HOURS; hour += 1) {
    later[hour] = expected[(hour - shift + HOURS) % HOURS] ?? 0;
  }
  return later;
}
