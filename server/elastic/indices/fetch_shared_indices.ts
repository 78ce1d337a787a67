import {
  excludedPattern,
  expressionParts,
  isExclusion,
  type Source,
} from '../../../common/sources';
import type { Answer } from '../../app/counting';
import { canExcludeAfter, indexExpressions, namedPatterns, orUnknown } from '../asking';
import type { Client } from '../client';
import { fetchCapabilities } from './fetch_capabilities';
import { isDateMath, reachOf, type Reach, type ResolvedPatterns } from './index_reach';
import { OPEN, resolveIndices, type Resolved } from './resolve_indices';

async function resolveAll(
  client: Client,
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<ResolvedPatterns> {
  const patterns = new Set(sources.flatMap(({ index }) => namedPatterns(index)));
  const all: Resolved[] = [];
  for (const part of indexExpressions([...patterns].filter((one) => !isDateMath(one)))) {
    all.push(await resolveIndices(client, part, OPEN, signal));
  }
  const parts = sources.flatMap(({ index }) => expressionParts(index));
  const dates = new Map<string, Resolved>();
  for (const pattern of new Set(parts.map((part) => excludedPattern(part) ?? part))) {
    if (isDateMath(pattern))
      dates.set(pattern, await resolveIndices(client, pattern, OPEN, signal));
  }
  return { all, dates };
}

/** Whether something is left out of names alone, which Elasticsearch does only where security is on. */
function isAfterNames(expression: string): boolean {
  const parts = expressionParts(expression);
  return parts.some((part, place) => {
    const before = parts.slice(0, place).filter((one) => !isExclusion(one));
    const isAfterPattern = before.some((one) => canExcludeAfter(one, part));
    return isExclusion(part) && before.length > 0 && !isAfterPattern;
  });
}

/**
 * Whether clusters differ in what a `-` leaves out: not if it stands after a pattern, and there are indices
 * alone.
 */
function isInDoubt({ index }: Source, { all, dates }: ResolvedPatterns): boolean {
  if (isAfterNames(index)) return true;
  return (
    expressionParts(index).some(isExclusion) &&
    [...all, ...dates.values()].some(
      ({ indices, aliases, data_streams: streams }) =>
        aliases.length > 0 || streams.length > 0 || indices.some((one) => one.aliases.length > 0),
    )
  );
}

/**
 * What a source reads. A `-` does not leave the same out of data streams, of aliases and of names where
 * security is on and where it is off, and `_resolve/index` differs from both. So searches are believed;
 * nothing is known to be read if they cannot be asked.
 */
async function fetchReach(
  client: Client,
  source: Source,
  resolved: ResolvedPatterns,
  signal: AbortSignal,
): Promise<Reach> {
  const expected = reachOf(source.index, resolved);
  if (!isInDoubt(source, resolved)) return expected;
  const asked = await fetchCapabilities(client, source.index, [source.time_field], signal);
  const read = asked.state === 'known' ? [asked.value.indices].flat() : [];
  return new Map(read.map((name) => [name, expected.get(name) ?? false]));
}

/**
 * Which pairs of sources read the same index. Two aliases of one index do not count, since each may
 * have a filter of its own.
 *
 * The indices of all sources are asked for in one request, or in a few if their expressions are
 * long, and each name with a date in one of its own; then what an expression reads, if it leaves something
 * out where there are aliases or data streams, or of names alone. The privilege `read` is enough.
 *
 * @returns pairs of places in `sources`, the lower one first; unknown if Elasticsearch refuses
 * @throws errors of the connection, and the abort
 */
export async function fetchSharedIndices(
  client: Client,
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<Answer<readonly (readonly [number, number])[]>> {
  return orUnknown(async () => {
    const resolved = await resolveAll(client, sources, signal);
    const byIndex = new Map<string, Reach>();
    for (const source of sources) {
      if (byIndex.has(source.index)) continue;
      byIndex.set(source.index, await fetchReach(client, source, resolved, signal));
    }
    const reaches = sources.map(({ index }) => byIndex.get(index));
    const isShared = (one: number, other: number): boolean =>
      [...(reaches[one] ?? [])].some(([name, isNamed]) => {
        const isOther = reaches[other]?.get(name);
        return isOther !== undefined && (isNamed || isOther);
      });
    return reaches.flatMap((_, later) =>
      reaches
        .slice(0, later)
        .flatMap((_one, earlier) => (isShared(earlier, later) ? [[earlier, later] as const] : [])),
    );
  });
}
