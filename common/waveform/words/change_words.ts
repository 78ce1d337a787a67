import type { Finding } from '../hours';
import { ratioWords } from './words';

/** The parts of a finding that describe its change. */
export type Change = Pick<Finding, 'verdict' | 'ratio'> & {
  readonly shift: Pick<NonNullable<Finding['shift']>, 'hours'> | null;
};

/** The changes that are no number. The page has its own translations of them. */
export interface ChangeNames {
  /** Never seen before. */
  readonly new: string;
  /** Events are missing: "0×" would look like a missing number. */
  readonly none: string;
}

const IN_ENGLISH: ChangeNames = { new: 'new', none: 'none' };

/**
 * How far from usual, as short as possible: "3.6×", "+3 h", "new", "none"; empty if no number
 * describes it.
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
