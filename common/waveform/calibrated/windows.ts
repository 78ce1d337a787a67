import { HOURS_PER_DAY } from '../../time/local_day';
import { invert } from './matrix';
import type { Togetherness } from './togetherness';

/** Adjacent hours that are tested together, in hours. */
const LENGTHS = [1, 2, 3, 4, 6] as const;

/** A window of adjacent hours, and what the rest of the day says about it. */
export interface Window {
  readonly from: number;
  readonly length: number;
  /** Covariance of its hours once the rest of the day is known, length × length; variance 1 before. */
  readonly covariance: Float64Array;
}

/** The windows of a day, and the inverse of the correlation of its hours; undefined where independent. */
export interface Windows {
  readonly windows: readonly Window[];
  readonly inverse: Float64Array | undefined;
}

/** Correlations of the 24 hours; hours that are left out have none with any other. */
function correlations(
  { day, near, fade }: Togetherness,
  isLeftOut: (hour: number) => boolean,
): Float64Array {
  const matrix = new Float64Array(HOURS_PER_DAY * HOURS_PER_DAY);
  let atGap = near;
  for (let gap = 1; gap < HOURS_PER_DAY; gap += 1, atGap *= fade) {
    for (let hour = gap; hour < HOURS_PER_DAY; hour += 1) {
      if (isLeftOut(hour) || isLeftOut(hour - gap)) continue;
      matrix[hour * HOURS_PER_DAY + hour - gap] = day + atGap;
      matrix[(hour - gap) * HOURS_PER_DAY + hour] = day + atGap;
    }
  }
  for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) matrix[hour * HOURS_PER_DAY + hour] = 1;
  return matrix;
}

/** For normal numbers: the covariance of a block, given the others, is the inverse of its block of the inverse. */
function covarianceGivenRest(
  inverse: Float64Array | undefined,
  from: number,
  length: number,
): Float64Array {
  const block = new Float64Array(length * length);
  for (let row = 0; row < length; row += 1) {
    for (let column = 0; column < length; column += 1) {
      const independent = row === column ? 1 : 0;
      block[row * length + column] =
        inverse?.[(from + row) * HOURS_PER_DAY + from + column] ?? independent;
    }
  }
  return inverse === undefined ? block : invert(block, length);
}

/** The first hours of the windows of a length that hold no hour that is left out. */
function startsOf(length: number, isLeftOut: (hour: number) => boolean): number[] {
  const starts: number[] = [];
  let free = 0;
  for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
    free = isLeftOut(hour) ? 0 : free + 1;
    if (free >= length) starts.push(hour - length + 1);
  }
  return starts;
}

function makeWindows(
  togetherness: Togetherness | undefined,
  isLeftOut: (hour: number) => boolean,
): Windows {
  const inverse =
    togetherness === undefined
      ? undefined
      : invert(correlations(togetherness, isLeftOut), HOURS_PER_DAY);
  const windows = LENGTHS.flatMap((length) =>
    startsOf(length, isLeftOut).map((from) => ({
      from,
      length,
      covariance: covarianceGivenRest(inverse, from, length),
    })),
  );
  return { windows, inverse };
}

/** Those of a whole day whose hours are independent: the same for every series. */
const INDEPENDENT = makeWindows(undefined, () => false);

/** The windows of a day that is known whole. */
export function allWindows(togetherness: Togetherness | undefined): Windows {
  return togetherness === undefined ? INDEPENDENT : makeWindows(togetherness, () => false);
}

/**
 * The windows of a day that can be tested: all that hold no hour that is left out.
 *
 * @param isLeftOut hours that are not known, or already explained
 */
export function windowsWithout(
  togetherness: Togetherness | undefined,
  isLeftOut: (hour: number) => boolean,
): Windows {
  return makeWindows(togetherness, isLeftOut);
}
