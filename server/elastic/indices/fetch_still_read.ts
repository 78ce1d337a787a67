import { excludedPattern, expressionParts } from '../../../common/sources';
import { indexExpressions, namedPatterns, orUnknown, searchWhole } from '../asking';
import type { Client } from '../client';
import { fetchCapabilities } from './fetch_capabilities';
import { isDateMath } from './index_reach';
import { OPEN, resolveIndices } from './resolve_indices';
import { isInDoubt, type Members, stillRead, type StillRead, withPartLast } from './still_read';

/** The members of aliases that an expression names, or leaves out by their names. */
async function fetchMembers(
  client: Client,
  expression: string,
  signal: AbortSignal,
): Promise<Members> {
  const left = expressionParts(expression)
    .flatMap((part) => excludedPattern(part) ?? [])
    .filter((name) => !name.includes('*'));
  const asked = [...new Set([...namedPatterns(expression), ...left])].filter(
    (one) => !isDateMath(one),
  );
  const members = new Map<string, ReadonlySet<string>>();
  for (const part of indexExpressions(asked)) {
    const { aliases } = await resolveIndices(client, part, OPEN, signal);
    for (const { name, indices } of aliases) members.set(name, new Set(indices));
  }
  return members;
}

/** How many documents of an index a search of an expression finds. */
async function documentsOf(
  client: Client,
  index: string,
  expression: string,
  signal: AbortSignal,
): Promise<number> {
  const query = { term: { _index: index } };
  const aggs = { documents: { filter: { match_all: {} } } };
  const request = { index: expression, size: 0, track_total_hits: false, query, aggs };
  const answer = await searchWhole<{ documents: { doc_count: number } }>(client, request, signal);
  return answer.documents.doc_count;
}

/**
 * Whether an expression reads all documents of an index. An alias may have a filter, which only the
 * privilege to see its definition would show.
 */
async function isWhole(
  client: Client,
  index: string,
  expression: string,
  signal: AbortSignal,
): Promise<boolean> {
  const counted = await orUnknown(async () => {
    // In this order, documents that arrive meanwhile do not look as if they were left out.
    const all = await documentsOf(client, index, index, signal);
    return all > 0 && (await documentsOf(client, index, expression, signal)) >= all;
  });
  return counted.state === 'known' && counted.value;
}

/** Whether it is left in indeed: by an alias that is named only if that has no filter. */
async function isLeftIn(
  client: Client,
  { index, cause }: StillRead,
  expression: string,
  signal: AbortSignal,
): Promise<boolean> {
  return cause.kind !== 'in_alias' || isWhole(client, index, expression, signal);
}

/**
 * A part that is too early, with why its index would be read also if it came last: Elasticsearch says
 * what the expression would read then.
 */
async function withBoth(
  client: Client,
  found: StillRead,
  expression: string,
  members: Members | undefined,
  signal: AbortSignal,
): Promise<StillRead> {
  const better = withPartLast(expression, found);
  const asked = await fetchCapabilities(client, better, ['@timestamp'], signal);
  const read = asked.state === 'known' ? [asked.value.indices].flat() : [];
  if (!read.includes(found.index)) return found;
  const last = expressionParts(better).at(-1);
  const next = stillRead(better, [found.index], members).find(({ part }) => part === last);
  const alias = next?.cause.kind === 'in_alias' ? next.cause.alias : undefined;
  // Other parts read all of it for as long as the part is too early.
  const isMeant = alias !== undefined && !(await isWhole(client, found.index, alias, signal));
  return next === undefined || isMeant ? found : { ...found, also: next.cause };
}

/**
 * The exclusions of an index expression that leave an index in, as `stillRead`. If a part names an alias with
 * the index, that is meant as long as the alias has a filter: the index is left out but for what it lets pass.
 *
 * Nothing is asked for unless the expression leaves something out by a name, or leaves an index in: then one
 * request for the aliases, and two searches for an index in an alias that is named. Where a part stands too
 * early, one request says what would be read if it came last.
 *
 * @param read the indices that searches of the expression read
 * @throws errors of the connection, and the abort
 */
export async function fetchStillRead(
  client: Client,
  expression: string,
  read: readonly string[],
  signal: AbortSignal,
): Promise<StillRead[]> {
  if (!isInDoubt(expression, read)) return [];
  const members = await orUnknown(() => fetchMembers(client, expression, signal));
  const known = members.state === 'known' ? members.value : undefined;
  const found: StillRead[] = [];
  for (const one of stillRead(expression, read, known)) {
    if (one.cause.kind === 'too_early') {
      found.push(await withBoth(client, one, expression, known, signal));
    } else if (await isLeftIn(client, one, expression, signal)) found.push(one);
  }
  return found;
}
