import { contributionsOf } from './contribution';
import { differenceOf, type Difference } from './difference';
import { transformDay } from './transformed_day';

/** A tested day with its usual day. */
export interface ComparedDays extends Difference {
  /** Share of the difference that each hour carries. */
  readonly contributions: readonly number[];
}

/**
 * Compares a day with its usual day by the talk's method; each is transformed once.
 *
 * @param day counts x of the tested day
 * @param wave counts t of the usual day, as many
 * @param depth how many components are compared, from the constant one on
 */
export function compareDays(
  day: readonly number[],
  wave: readonly number[],
  depth: number,
): ComparedDays {
  const x = transformDay(day, depth);
  const t = transformDay(wave, depth);
  const { undivided, difference, gaps } = differenceOf(x, t);
  return { undivided, difference, gaps, contributions: contributionsOf(x, t, undivided) };
}
