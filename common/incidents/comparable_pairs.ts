import type { Day } from '../time';
import type { Direction, Finding, FindingStretch } from '../waveform/hours';

/** Two findings of a day that may be views of one incident, and what must be counted for them. */
export interface ComparablePair {
  readonly a: Finding;
  readonly b: Finding;
  /** The direction of both. */
  readonly side: Direction;
  /** Wall-clock hours in which either is flagged, ascending. */
  readonly hours: readonly number[];
  /**
   * The days other than the tested one on which the events of both are counted: the training days
   * for "more", only the last of them for "less".
   */
  readonly days: readonly Day[];
}

/** The direction of a finding. */
export function sideOf({ verdict }: Pick<Finding, 'verdict'>): Direction {
  return verdict === 'less' || verdict === 'silent' ? 'less' : 'more';
}

/** The stretches of a finding that have the direction of its verdict. */
export function ownStretches(finding: Pick<Finding, 'verdict' | 'runs'>): FindingStretch[] {
  const side = sideOf(finding);
  return finding.runs.filter(({ direction = side }) => direction === side);
}

/** The flagged hours that have the direction of the verdict, ascending. */
export function ownHours(finding: Pick<Finding, 'verdict' | 'runs'>): number[] {
  const hours = ownStretches(finding).flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, place) => from + place),
  );
  return [...new Set(hours)].sort((a, b) => a - b);
}

/** The training days that both share; if they share none, those of either. */
function daysOf(a: Finding, b: Finding): Day[] {
  const common = a.basis_days.filter((day) => b.basis_days.includes(day));
  if (common.length > 0) return [...common].sort();
  return [...new Set([...a.basis_days, ...b.basis_days])].sort();
}

function pairOf(a: Finding, b: Finding, hours: ReadonlyMap<Finding, number[]>): ComparablePair[] {
  const side = sideOf(a);
  if (side !== sideOf(b)) return [];
  const [ofA, ofB] = [hours.get(a) ?? [], hours.get(b) ?? []];
  if (!ofA.some((hour) => ofB.includes(hour))) return [];
  const days = daysOf(a, b);
  if (side === 'less' && days.length === 0) return [];
  const all = [...new Set([...ofA, ...ofB])].sort((one, other) => one - other);
  return [{ a, b, side, hours: all, days: side === 'more' ? days : days.slice(-1) }];
}

/**
 * The pairs of findings that may be one incident: both have the same direction in at least one
 * common hour. A source that is silent as a whole is in no pair.
 *
 * @param findings in the order of their surprise; pairs come in the same order
 */
export function comparablePairs(findings: readonly Finding[]): ComparablePair[] {
  const ofSeries = findings.filter(({ subtype }) => subtype !== null);
  const hours = new Map(ofSeries.map((finding) => [finding, ownHours(finding)]));
  return ofSeries.flatMap((b, place) =>
    ofSeries.slice(0, place).flatMap((a) => pairOf(a, b, hours)),
  );
}
