import type { Finding, SharedEvents } from '../waveform/hours';
import type { ComparablePair } from './comparable_pairs';
import { isSameExcess, sharingOf, type PairCounts } from './same_excess';

/** A pair with its counts. */
export interface CountedPair {
  readonly pair: ComparablePair;
  readonly counts: PairCounts;
}

/** The findings of a day as incidents. */
export interface Incidents {
  /** Findings that belong together, in the order of the findings; each finding is in one group. */
  readonly groups: readonly (readonly Finding[])[];
  /** For a finding that is not alone: what it shares with the others of its group. */
  readonly shared: ReadonlyMap<Finding, readonly SharedEvents[]>;
}

/** Groups findings by the links between pairs of them. */
function joined(findings: readonly Finding[], links: readonly ComparablePair[]): Finding[][] {
  const heads = new Map(findings.map((finding) => [finding, finding]));
  const headOf = (finding: Finding): Finding => {
    const above = heads.get(finding) ?? finding;
    return above === finding ? finding : headOf(above);
  };
  const places = new Map(findings.map((finding, place) => [finding, place]));
  const placeOf = (finding: Finding): number => places.get(finding) ?? 0;
  for (const { a, b } of links) {
    const [one, other] = [headOf(a), headOf(b)];
    const isFirst = placeOf(one) <= placeOf(other);
    heads.set(isFirst ? other : one, isFirst ? one : other);
  }
  const groups = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const head = headOf(finding);
    const group = groups.get(head);
    if (group === undefined) groups.set(head, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/**
 * Groups findings that are the same excess, directly or through others.
 *
 * @param findings in the order of their surprise
 * @param counted pairs of them
 * @param least share of each excess that both must have, 0 to 1
 */
export function incidentsOf(
  findings: readonly Finding[],
  counted: readonly CountedPair[],
  least: number,
): Incidents {
  const links: ComparablePair[] = [];
  const shared = new Map<Finding, SharedEvents[]>();
  const tell = (finding: Finding, view: SharedEvents): void => {
    const told = shared.get(finding);
    if (told === undefined) shared.set(finding, [view]);
    else told.push(view);
  };
  for (const { pair, counts } of counted) {
    const sharing = sharingOf(pair, counts);
    if (!isSameExcess(sharing, least)) continue;
    links.push(pair);
    tell(pair.a, sharing.a);
    tell(pair.b, sharing.b);
  }
  return { groups: joined(findings, links), shared };
}
