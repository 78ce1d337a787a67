import { z } from 'zod';
import { UNAUTHORIZED } from '../../../common/http';
import { indexBlockIn, type IndexBlock } from './index_block';
import { asResponseError } from './response_error';

const causeSchema = z.object({
  type: z.string().optional(),
  reason: z.string().nullish(),
  max_buckets: z.number().optional(),
  durability: z.string().optional(),
});
const bodySchema = z.object({
  error: causeSchema.extend({
    root_cause: z.array(causeSchema).optional(),
    failed_shards: z
      .array(z.object({ index: z.string().optional(), reason: causeSchema }))
      .optional(),
    caused_by: causeSchema.optional(),
  }),
});
const shortBodySchema = z.object({ error: z.string() });

/** Elasticsearch gives no reason with it. */
const NO_SHARD = 'no_shard_available_action_exception';
const INDEX_GONE = new Set(['index_closed_exception', 'index_not_found_exception']);

/** Why a shard failed, in a phrase. */
export function shardFailure({
  type,
  reason,
}: {
  readonly type?: string | undefined;
  readonly reason?: string | null | undefined;
}): string {
  if (reason !== null && reason !== undefined) return reason;
  return type === NO_SHARD ? 'no copy of it can be searched' : 'no reason given';
}

/**
 * Whether a search was refused because none of the shards exists, as after indices were deleted.
 */
export function hasNoShard(error: unknown): boolean {
  return refusalType(error) === NO_SHARD;
}

/** Whether an index was closed or deleted, in OpenSearch's words for one in a point in time. */
export function isIndexGone(error: unknown): boolean {
  return INDEX_GONE.has(refusalType(error) ?? '');
}

function reasonIn(body: unknown): string | undefined {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return shortBodySchema.safeParse(body).data?.error;
  const { failed_shards: shards, root_cause: roots, caused_by: cause, reason } = parsed.data.error;
  const [shard] = shards ?? [];
  if (shards !== undefined && shard !== undefined) {
    const count = shards.length === 1 ? 'a shard' : `${shards.length} shards`;
    return `${count} failed (${shard.index ?? 'index unknown'}: ${shardFailure(shard.reason)})`;
  }
  return [roots?.[0]?.reason, cause?.reason, reason].find(Boolean) ?? undefined;
}

/**
 * Why Elasticsearch refused one request, in a phrase; undefined if the error is not its answer, or
 * means that nothing else will be answered either (no connection, wrong password).
 */
export function refusalReason(error: unknown): string | undefined {
  const answer = asResponseError(error);
  const status = answer?.statusCode;
  if (answer === undefined || status === undefined || status === UNAUTHORIZED) return undefined;
  return reasonIn(answer.body) ?? `Elasticsearch answered with status ${status}`;
}

/**
 * What made Elasticsearch refuse a request, as far as it says. There is no root cause where no shard failed,
 * but their answers could not be joined.
 */
function causesOf(error: unknown): z.infer<typeof causeSchema>[] {
  const parsed = bodySchema.safeParse(asResponseError(error)?.body);
  if (!parsed.success) return [];
  const { root_cause: [root] = [], caused_by: cause, ...refusal } = parsed.data.error;
  return [root, cause, refusal].filter((one) => one !== undefined);
}

/** Elasticsearch's own name for the cause of a refusal, such as `index_not_found_exception`. */
export function refusalType(error: unknown): string | undefined {
  return causesOf(error).find(({ type }) => type !== undefined)?.type;
}

const CLUSTER_BLOCK = 'cluster_block_exception';

/**
 * The block of an index that made Elasticsearch refuse a request; undefined if there is another
 * reason.
 */
export function indexBlockOf(error: unknown): IndexBlock | undefined {
  if (refusalType(error) !== CLUSTER_BLOCK) return undefined;
  return indexBlockIn(refusalReason(error) ?? '');
}

/** Whether a request was refused because it, or all of them, would take too much memory. */
export function isShortOfMemory(error: unknown): boolean {
  return refusalType(error) === 'circuit_breaking_exception';
}

/** So begins the reason where all memory of a node is taken, of which some becomes free any time. */
const WHOLE_NODE = '[parent]';

/**
 * Whether the memory that a request lacks is taken by what stays, such as field data: waiting frees none
 * of it.
 */
export function isShortOfMemoryForGood(error: unknown): boolean {
  if (!isShortOfMemory(error)) return false;
  const cause = causesOf(error).find(({ durability }) => durability !== undefined);
  return cause?.durability === 'PERMANENT' && cause.reason?.startsWith(WHOLE_NODE) !== true;
}

/**
 * How many buckets the cluster allows in an answer, if that was the reason for refusing a request.
 */
export function bucketLimit(error: unknown): number | undefined {
  return causesOf(error).find(({ max_buckets: limit }) => limit !== undefined)?.max_buckets;
}
