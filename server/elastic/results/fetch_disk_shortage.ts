import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { BAD_REQUEST, FORBIDDEN, NOT_FOUND, REQUEST_TIMEOUT } from '../../../common/http';
import { diskShortageIn, floodedWords } from './disk_shortage';
import { asResponseError } from '../asking';

/** The current health is requested. If that takes longer, the answer has this status. */
/** The index, or the shard, was allocated or deleted meanwhile. */
const FLOODED = 'index.blocks.read_only_allow_delete';

interface Shard {
  readonly index: string;
  readonly shard: number;
}

/** The first shard without a primary. It can be neither written to nor read. */
function shardWithoutPrimary(
  indices: estypes.ClusterHealthHealthResponseBody['indices'] = {},
): Shard | undefined {
  for (const [index, { shards = {} }] of Object.entries(indices)) {
    for (const [shard, { primary_active: isActive }] of Object.entries(shards)) {
      if (!isActive) return { index, shard: Number(shard) };
    }
  }
  return undefined;
}

async function fetchUnplaced(client: Client, index: string, signal: AbortSignal) {
  const request = { index, level: 'shards', timeout: '1s' } as const;
  const options = { signal, ignore: [REQUEST_TIMEOUT] };
  const { indices } = await client.cluster.health(request, options);
  const shard = shardWithoutPrimary(indices);
  if (shard === undefined) return undefined;
  const explained = await client.cluster.allocationExplain(
    { ...shard, primary: true },
    { signal, ignore: [BAD_REQUEST, NOT_FOUND] },
  );
  return diskShortageIn(explained);
}

async function fetchFlooded(client: Client, index: string, signal: AbortSignal) {
  const settings = await client.indices.getSettings(
    { index, name: FLOODED, flat_settings: true, ignore_unavailable: true },
    { signal, ignore: [NOT_FOUND] },
  );
  const isFlooded = ({ settings: found }: estypes.IndicesIndexState): boolean =>
    String((found as Readonly<Record<string, unknown>> | undefined)?.[FLOODED]) === 'true';
  const [flooded] = Object.entries(settings).find(([, state]) => isFlooded(state)) ?? [];
  return flooded === undefined ? undefined : floodedWords(flooded);
}

/**
 * Whether Elasticsearch lacks the disk space to accept documents: it does not allocate a new index,
 * or has made one read-only.
 *
 * @param index name or pattern of the indices in question
 * @returns a phrase without a final period; undefined if there is room, or if the user may not ask
 * (the cluster privilege "monitor")
 * @throws errors of the connection and other refusals
 */
export async function fetchDiskShortage(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return (
      (await fetchUnplaced(client, index, signal)) ?? (await fetchFlooded(client, index, signal))
    );
  } catch (error) {
    if (asResponseError(error)?.statusCode !== FORBIDDEN) throw error;
    return undefined;
  }
}
