import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { unknownFor, type Answer } from '../../app/counting';
import { refusalReason } from './error_reason';
import { IncompleteAnswer } from './incomplete_answer';
import { isPassingTrouble } from './passing_trouble';
import { isBusy, isBusyWithMemory, patiently } from './patiently';
import { isPassingGap, searchGap } from './search_gap';

/**
 * How every count is requested: patterns may match no index, and an answer of only some shards is
 * an error.
 */
const SEARCH_OPTIONS = {
  ignore_unavailable: true,
  allow_no_indices: true,
  allow_partial_search_results: false,
} as const;

/** How many shards some searches asked. */
interface ToldShards {
  readonly shards?: number;
  readonly last_shards?: number;
  readonly sent_at?: number;
}

/** The fewest shards that one of some searches asked, those of the last one, and when it was sent. */
export class LeastShards {
  private least = Infinity;
  private most = 0;
  private last = 0;
  private ofLast = 0;

  /** @param sent in milliseconds of `performance.now()` */
  add(shards: number, sent: number): void {
    this.least = Math.min(this.least, shards);
    this.most = Math.max(this.most, shards);
    if (sent < this.last) return;
    this.last = sent;
    this.ofLast = shards;
  }

  /** Nothing if nothing was searched. */
  told(): ToldShards {
    if (this.least === Infinity) return {};
    const last = this.least === this.most ? {} : { last_shards: this.ofLast };
    return { shards: this.least, ...last, sent_at: this.last };
  }
}

/**
 * Sends a search that aggregates, and returns its aggregations if every shard answered.
 *
 * @param asked receives the number of shards, also of an incomplete answer, and when it was sent at last
 * @param hasSmaller whether the same can be asked in a way that needs less memory: then a refusal for want
 * of memory is thrown at once, and nobody waits until there is more
 * @throws IncompleteAnswer if not, and the errors of the client
 */
export async function searchWhole<T>(
  client: Client,
  query: estypes.SearchRequest,
  signal: AbortSignal,
  asked?: LeastShards,
  hasSmaller = false,
): Promise<T> {
  const request = { ...SEARCH_OPTIONS, ...query };
  let sent = 0;
  const send = () => {
    sent = performance.now();
    return client.search<unknown, T>(request, { signal });
  };
  const answer = await patiently(send, signal, hasSmaller ? isBusyWithMemory : isBusy);
  asked?.add(answer._shards.total, sent);
  const gap = searchGap(answer);
  if (gap !== null) throw new IncompleteAnswer(gap, isPassingGap(answer));
  if (answer.aggregations === undefined) throw new IncompleteAnswer('the answer holds no counts');
  return answer.aggregations;
}

/**
 * The same for indices that were found just before. If no shard is left they have gone away since, which
 * asking again finds out.
 */
export async function searchFound<T>(
  client: Client,
  query: estypes.SearchRequest,
  signal: AbortSignal,
): Promise<T> {
  const asked = new LeastShards();
  try {
    return await searchWhole<T>(client, query, signal, asked);
  } catch (error) {
    const isGone = error instanceof IncompleteAnswer && asked.told().shards === 0;
    throw isGone ? new IncompleteAnswer(error.message, true) : error;
  }
}

/**
 * The result of the work, or unknown if an answer was incomplete or Elasticsearch refused.
 *
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function orUnknown<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { state: 'known', value: await work() };
  } catch (error) {
    const reason = error instanceof IncompleteAnswer ? error.message : refusalReason(error);
    if (reason === undefined) throw error;
    return unknownFor(reason, isPassingTrouble(error));
  }
}
