import type { Finding } from '../hours';
import { ratioWords } from './words';

/** What of a finding its change is said by. */
export type Change = Pick<Finding, 'verdict' | 'ratio'> & {
  readonly shift: Pick<NonNullable<Finding['shift']>, 'hours'> | null;
};

/** How far from usual, as short as can be: "3.6×", "+3 h", "new"; empty where no number says it. */
export function changeWords({ verdict, ratio, shift }: Change): string {
  if (verdict === 'new') return 'new';
  if (verdict === 'moved' && shift !== null) {
    return `${shift.hours < 0 ? '−' : '+'}${Math.abs(shift.hours)} h`;
  }
  return ratio === null ? '' : ratioWords(ratio);
}
