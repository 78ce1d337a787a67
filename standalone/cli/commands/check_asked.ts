import { isExclusion, LONGEST_INDEX } from '../../../common/sources';
import { countWords, pluralWords } from '../../../common/waveform/words';
import { clusterOf, excludedCluster } from '../../../server/elastic/asking';
import type { Client } from '../../../server/elastic/client';
import { fetchCapabilities, fetchStillRead, stillReadWords } from '../../../server/elastic/indices';
import {
  type AskedIndices,
  askedIndices,
  fetchNames,
  fetchReached,
  type FoundIndices,
  idleExclusions,
  namelessParts,
  withExclusions,
} from '../../look';
import { USAGE, UserError } from '../basics/user_error';

/** @throws UserError where searches read what is to be left out */
async function checkLeftOut(
  client: Client,
  asked: AskedIndices,
  signal: AbortSignal,
): Promise<void> {
  if (asked.excluded.length === 0) return;
  const expression = withExclusions(asked.patterns, asked);
  // Counting says why an index cannot be read.
  const found = await fetchCapabilities(client, expression, ['@timestamp'], signal);
  if (found.state === 'unknown') return;
  const indices = [found.value.indices].flat();
  const [read] = await fetchStillRead(client, expression, indices, signal);
  if (read !== undefined) throw new UserError(`--index: ${stillReadWords(read)}`, USAGE);
}

/** An exclusion that is an example after `logs-*`: of this cluster, and not of everything. */
function exampleOf(excluded: readonly string[]): string {
  return excluded.find((part) => !part.includes(':') && part !== '-*') ?? '-logs-old';
}

/** What is wrong with a part that has no name. */
function namelessWords(part: string): string {
  const remedy = isExclusion(part)
    ? 'name what to leave out, as in --index "logs-*,-logs-old"'
    : `name indices of that cluster, as in --index "${part}logs-*"`;
  return `--index has a part without a name (${part}): ${remedy}`;
}

function idleWords(idle: readonly [string, ...string[]]): string {
  const [first] = idle;
  const named = idle.join(', ');
  return excludedCluster(first) === undefined
    ? `--index may leave nothing out (${named}): with security off, Elasticsearch leaves indices out of a pattern with * only, as in --index "${clusterOf(first)}logs-*,${first}"`
    : `--index leaves nothing out (${named}): Elasticsearch leaves a cluster out only if another part names it, as in --index "*:logs-*,${first}"`;
}

/** What is wrong with what a user named, whatever the cluster has; undefined if nothing. */
function faultOf(asked: AskedIndices): string | undefined {
  const [nameless] = namelessParts(asked);
  if (nameless !== undefined) return namelessWords(nameless);
  const { patterns, excluded } = asked;
  if (patterns.length === 0 && excluded.length > 0) {
    return `--index only names what to leave out (${excluded.join(', ')}): name indices as well, as in --index "logs-*,${exampleOf(excluded)}"`;
  }
  const [idle, ...others] = idleExclusions(asked);
  if (idle !== undefined) return idleWords([idle, ...others]);
  if (withExclusions(patterns, asked).length > LONGEST_INDEX) {
    return `--index has more than ${countWords(LONGEST_INDEX)} characters, and settings hold no more: name patterns, as in --index "logs-*"`;
  }
  return undefined;
}

/**
 * The indices that a user named with `--index`, and what their patterns name.
 *
 * @throws UserError where a pattern matches nothing, or nothing is named or left out
 */
export async function checkAsked(
  client: Client,
  text: string,
  signal: AbortSignal,
): Promise<FoundIndices> {
  const asked = askedIndices(text);
  const fault = faultOf(asked);
  if (fault !== undefined) throw new UserError(fault, USAGE);
  await checkLeftOut(client, asked, signal);
  const reached = await fetchReached(client, asked.patterns, signal);
  const unmatched = asked.patterns.filter((pattern) => reached.get(pattern)?.size === 0);
  if (asked.patterns.length > 0 && unmatched.length === 0) return { ...asked, reached };
  const { length } = await fetchNames(client, signal);
  const seen = pluralWords(length, 'index or data stream', 'indices and data streams');
  throw new UserError(
    `no index matches ${unmatched.length === 0 ? '--index' : unmatched.join(', ')}; this user sees ${seen}: correct --index, or leave it out to look at all of them`,
    USAGE,
  );
}
