import {
  asLogged,
  type Finding,
  type FindingStretch,
  hasRatio,
  ratioIn,
  type Shift,
} from '../hours';
import { rangeWords, ratioWords } from './words';

/** The parts of a finding that describe its change. */
export type Change = Pick<Finding, 'verdict' | 'ratio'> & {
  /** The strongest first. */
  readonly runs: readonly Pick<FindingStretch, 'expected' | 'usual' | 'logged'>[];
  readonly shift: Pick<Shift, 'hours' | 'is_about'> | null;
};

/** The changes that are not numbers. The page has its own translations of them. */
export interface ChangeNames {
  /** Never seen before. */
  readonly new: string;
  /** Events are missing: "0×" would look like a missing number. */
  readonly none: string;
  /** Less than one event is usual, so that a ratio would say nothing. @param usual as in "0–1" */
  readonly from: (usual: string) => string;
}

const IN_ENGLISH: ChangeNames = { new: 'new', none: 'none', from: (usual) => `from ${usual}` };

/** What is usual at the strongest stretch, if that is less than one event. */
function fewUsual({ runs: [strongest] }: Change): string | undefined {
  if (strongest === undefined || strongest.expected === null || hasRatio(strongest)) {
    return undefined;
  }
  const { usual } = asLogged(strongest);
  return usual === null ? undefined : rangeWords(usual);
}

/**
 * How far from usual, as short as possible: "3.6×", "from 0", "+3 h", "≈ +7 h", "new", "none"; empty if no
 * number describes it.
 */
export function changeWords(change: Change, names: ChangeNames = IN_ENGLISH): string {
  const { verdict, shift } = change;
  if (verdict === 'new') return names.new;
  if (verdict === 'moved' && shift !== null) {
    const words = `${shift.hours < 0 ? '−' : '+'}${Math.abs(shift.hours)} h`;
    return shift.is_about === true ? `≈ ${words}` : words;
  }
  const few = fewUsual(change);
  const ratio = ratioIn(change);
  if (verdict === 'silent' || ratio === 0) return names.none;
  if (few !== undefined) return names.from(few);
  return ratio === null ? '' : ratioWords(ratio);
}
