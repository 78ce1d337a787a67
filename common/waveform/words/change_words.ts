import type { Finding } from '../hours';
import { ratioWords } from './words';

/** What of a finding its change is said by. */
export type Change = Pick<Finding, 'verdict' | 'ratio'> & {
  readonly shift: Pick<NonNullable<Finding['shift']>, 'hours'> | null;
};

/** The changes that are no number; the page has them in its own language. */
export interface ChangeNames {
  /** Never seen before. */
  readonly new: string;
  /** Events that stay away: "0×" reads like a number that is missing. */
  readonly none: string;
}

const IN_ENGLISH: ChangeNames = { new: 'new', none: 'none' };

/**
 * How far from usual, as short as can be: "3.6×", "+3 h", "new", "none"; empty where no number says
 * it.
 */
export function changeWords(
  { verdict, ratio, shift }: Change,
  names: ChangeNames = IN_ENGLISH,
): string {
  if (verdict === 'new') return names.new;
  if (verdict === 'moved' && shift !== null) {
    return `${shift.hours < 0 ? '−' : '+'}${Math.abs(shift.hours)} h`;
  }
  if (verdict === 'silent' || ratio === 0) return names.none;
  return ratio === null ? '' : ratioWords(ratio);
}
