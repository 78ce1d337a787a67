import type { Client } from '../client';
import { unknownFor, type Answer } from '../../app/counting';
import { refusalReason, refusalType, indexExpressions, isPassingTrouble } from '../asking';
import { resolveIndices, type Resolved } from './resolve_indices';

/** The indices that match a pattern, and those of them that are closed. */
export interface ReachedIndices {
  readonly all: readonly string[];
  readonly closed: readonly string[];
}

const MISSING = 'index_not_found_exception';
const NONE: Resolved = { indices: [], aliases: [], data_streams: [] };

/** The same indices as a search, plus the closed ones: hidden indices only match by their names. */
const OPEN_OR_CLOSED = { expand_wildcards: 'open,closed', ignore_unavailable: true } as const;

async function resolve(client: Client, expression: string, signal: AbortSignal): Promise<Resolved> {
  try {
    return await resolveIndices(client, expression, OPEN_OR_CLOSED, signal);
  } catch (error) {
    if (refusalType(error) === MISSING) return NONE;
    throw error;
  }
}

/** Members of aliases and data streams only come by name. */
function membersOf({ aliases, data_streams: streams }: Resolved): string[] {
  return [
    ...aliases.flatMap(({ indices }) => indices),
    ...streams.flatMap(({ backing_indices: members }) => members),
  ];
}

/**
 * Fetches the indices that match an index expression, including closed ones: one request, and one
 * more for the members of aliases and data streams. The privilege `read` is enough.
 *
 * @returns unknown if Elasticsearch refuses
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchClosedIndices(
  client: Client,
  expression: string,
  signal: AbortSignal,
): Promise<Answer<ReachedIndices>> {
  try {
    const isClosed = new Map<string, boolean>();
    const add = ({ indices }: Resolved): void => {
      for (const { name, attributes } of indices) isClosed.set(name, attributes.includes('closed'));
    };
    const reached = await resolve(client, expression, signal);
    add(reached);
    const further = membersOf(reached).filter((member) => !isClosed.has(member));
    for (const part of indexExpressions(further)) add(await resolve(client, part, signal));
    const all = [...isClosed.keys()].sort();
    const closed = all.filter((name) => isClosed.get(name) === true);
    return { state: 'known', value: { all, closed } };
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === undefined) throw error;
    return unknownFor(reason, isPassingTrouble(error));
  }
}
