import { excludedPattern, expressionParts } from '../../../common/sources';
import { indexExpressions, namedPatterns, orUnknown } from '../asking';
import type { Client } from '../client';
import { isDateMath } from './index_reach';
import { OPEN, resolveIndices } from './resolve_indices';
import { isInDoubt, type Members, stillRead, type StillRead } from './still_read';

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

/**
 * The exclusions of an index expression that leave an index in, as `stillRead`. One request for the aliases,
 * unless the expression leaves nothing out by a name and no index in.
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
  return stillRead(expression, read, members.state === 'known' ? members.value : undefined);
}
