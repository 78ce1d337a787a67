import { seriesKey } from '../../sources';
import { countWords, pluralWords } from './words';

/** A source, a host or a series that is silent at the end of a day. */
export interface SilentThing {
  readonly kind: 'source' | 'host' | 'series';
  /** Its name for a reader; null if names are left out, so that it is only counted. */
  readonly name: string | null;
}

/** What a silence is about, as it was stored with a run. */
export interface SilentRef {
  readonly source: string;
  /** Null if it is not about one host. */
  readonly host: string | null;
  /** Null if it is not about one series. */
  readonly subtype: string | null;
}

type NamedSilence = SilentRef & { readonly series_name: string };
/** What a finding is about; a subtype of null means the whole source. */
type FindingRef = Pick<SilentRef, 'source' | 'subtype'>;

const keyOf = ({ source, subtype }: FindingRef): string => seriesKey(source, subtype);

/** Whether one of the findings is about the same series or source: both are one thing. */
export function isAmongFindings(findings: Iterable<FindingRef>): (silence: SilentRef) => boolean {
  const keys = new Set(Array.from(findings, keyOf));
  return (silence) => silence.host === null && keys.has(keyOf(silence));
}

/** The silences that are counted beside the findings of a day: those without a finding. */
export function silentThings(
  silences: readonly NamedSilence[],
  findings: Iterable<FindingRef>,
): SilentThing[] {
  const isFinding = isAmongFindings(findings);
  return silences
    .filter((silence) => !isFinding(silence))
    .map(({ host, subtype, series_name: name }) => {
      if (host !== null) return { kind: 'host', name };
      return { kind: subtype === null ? 'source' : 'series', name };
    });
}

/** The same things without the names of hosts and series, which may be those of people. */
export function withoutNames(things: readonly SilentThing[]): SilentThing[] {
  return things.map((thing) => (thing.kind === 'source' ? thing : { ...thing, name: null }));
}

const PLURALS: Readonly<Record<SilentThing['kind'], string>> = {
  source: 'sources',
  host: 'hosts',
  series: 'series',
};
const KINDS = ['source', 'host', 'series'] as const;

/** How many silent sources, hosts and series are named. */
const MOST_NAMED = 3;

/** "1 source", "1 source and 2 hosts", "1 source, 2 hosts and 1 series"; sources come first. */
export function silentCounts(things: readonly SilentThing[]): string {
  const parts = KINDS.flatMap((kind) => {
    const count = things.filter((thing) => thing.kind === kind).length;
    return count === 0 ? [] : [pluralWords(count, kind, PLURALS[kind])];
  });
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** "OSSEC, Syslog, web2 and 2 more"; empty if none has a name. */
export function silentNames(things: readonly SilentThing[]): string {
  const inOrder = KINDS.flatMap((kind) => things.filter((thing) => thing.kind === kind));
  const all = inOrder.flatMap(({ name }) => name ?? []);
  const named = all.slice(0, MOST_NAMED);
  const more = all.length - named.length;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${countWords(more)} more`;
}
