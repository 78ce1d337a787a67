import {
  comparablePairs,
  incidentsOf,
  mayBeSame,
  type ComparablePair,
  type CountedPair,
  type Incidents,
} from '../../../common/incidents';
import type { Source } from '../../../common/sources';
import type { Finding } from '../../../common/waveform/hours';
import { countWords } from '../../../common/waveform/words';
import type { ExplainingPorts, PairToCount, SeriesToCount } from './explaining_ports';
import { rangesAt } from './ranges_at';

/** How many pairs one search counts. */
const MOST_PAIRS = 1_000;

/** Findings as incidents, and what a reader should know about that. */
export interface Grouped extends Incidents {
  readonly notes: readonly string[];
}

function toCount(
  { a, b, side, hours, days }: ComparablePair,
  sources: ReadonlyMap<string, Source>,
): PairToCount | undefined {
  const seriesOf = ({ source: id, subtype }: Finding): SeriesToCount | undefined => {
    const source = sources.get(id);
    return source === undefined || subtype === null ? undefined : { source, subtype };
  };
  const [one, other] = [seriesOf(a), seriesOf(b)];
  if (one === undefined || other === undefined) return undefined;
  return {
    a: one,
    b: other,
    today: side === 'more' ? rangesAt([a.day], a.zone, hours) : [],
    usual: rangesAt(days, a.zone, hours),
    is_each_counted: side === 'less',
  };
}

/** Pairs of two sources first, since within one source most documents belong to a single series. */
function bySource(pairs: readonly ComparablePair[]): ComparablePair[] {
  const isWithin = ({ a, b }: ComparablePair): boolean => a.source === b.source;
  return [...pairs.filter((pair) => !isWithin(pair)), ...pairs.filter(isWithin)];
}

/**
 * Groups findings by one search over all of them.
 *
 * @param findings in the order of their surprise
 * @param least share of each excess that both must have, 0 to 1
 * @throws what the port throws
 */
export async function groupFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, Source>,
  least: number,
  ports: Pick<ExplainingPorts, 'countPairs'>,
  signal: AbortSignal,
): Promise<Grouped> {
  const possible = bySource(comparablePairs(findings)).flatMap((pair) => {
    const counted = mayBeSame(pair, least) ? toCount(pair, sources) : undefined;
    return counted === undefined ? [] : [{ pair, counted }];
  });
  const asked = possible.slice(0, MOST_PAIRS);
  const notes: string[] = [];
  if (possible.length > asked.length) {
    const [some, all] = [countWords(asked.length), countWords(possible.length)];
    notes.push(`only ${some} of ${all} pairs of findings were compared`);
  }
  const pairs: CountedPair[] = [];
  if (asked.length > 0) {
    const answer = await ports.countPairs(
      asked.map(({ counted }) => counted),
      signal,
    );
    if (answer.state === 'unknown')
      notes.push(`findings were not grouped into incidents: ${answer.reason}`);
    else
      answer.value.forEach((counts, place) => {
        const pair = asked[place]?.pair;
        if (pair !== undefined && counts !== undefined) pairs.push({ pair, counts });
      });
  }
  return { ...incidentsOf(findings, pairs, least), notes };
}
