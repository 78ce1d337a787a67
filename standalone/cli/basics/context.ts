import { join, resolve } from 'node:path';
import { Client as ElasticClient, type ClientOptions } from '@elastic/elasticsearch';
import type { Command } from 'commander';
import type { Client } from '../../../server/elastic/client';
import { acquireElasticsearch } from '../../elasticsearch';
import { withAbort } from './abort';
import { fetchDialect } from '../cluster/fetch_dialect';
import { assertReading, ownInMemory, readingConnection } from '../../look';
import { connectOpenSearch } from '../../opensearch';
import { type MemoryCluster, memoryConnection } from '../../memory';
import { place } from '../../place';
import { CheckedTransport } from '../cluster/checked_transport';
import { accessTo } from '../cluster/client_options';
import {
  FLAGS,
  typedFlags,
  withClusterOptions,
  type ClusterOptions,
} from '../cluster/cluster_options';
import { say } from './output';
import { UserError } from './user_error';

const REQUEST_TIMEOUT_MS = 120_000;

/** Which Elasticsearch a command works on. */
export interface ElasticOptions extends ClusterOptions {
  readonly data?: string;
}

/** The default data folder of the embedded Elasticsearch. */
export function defaultDataFolder(): string {
  return process.env['LOGWAVE_DATA'] ?? join(place.state, 'data');
}

/** The data folder of the demo. It is separate, so that sample logs never mix with a user's own. */
export function demoDataFolder(): string {
  return process.env['LOGWAVE_DATA'] ?? join(place.state, 'demo');
}

/** Adds the options that every command on Elasticsearch shares. */
export function withElasticOptions(command: Command): Command {
  return withClusterOptions(command, true)
    .option('--data <folder>', 'where the embedded Elasticsearch keeps its data')
    .option('--json', 'print the result as JSON');
}

/**
 * Runs `work` against the cluster that `--es` names, or else against the embedded Elasticsearch:
 * the running one, or one that is started and stopped for the work.
 *
 * Options, the address or environment variables say how to reach the cluster (its CA, user and
 * password or API key); see `cluster/`.
 *
 * @throws UserError if it cannot be reached, or is not Elasticsearch
 */
export async function withElasticsearch<T>(
  options: ElasticOptions,
  work: (client: Client, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withAbort(async (signal) => {
    if (options.es !== undefined) return withCluster(options.es, options, work, signal);
    const [unused] = typedFlags(options);
    if (unused !== undefined) {
      throw new UserError(`${FLAGS[unused]} is for a cluster: name it with --es URL`, 2);
    }
    const dataDir = resolve(options.data ?? defaultDataFolder());
    const embedded = await acquireElasticsearch({ dataDir, say }, signal);
    try {
      return await withClient({ node: embedded.url }, (client) => work(client, signal));
    } finally {
      await embedded.release();
    }
  });
}

/**
 * Runs `work` against a cluster that is only read: requests for Logwave's own indices end in
 * memory.
 *
 * @throws as `withElasticsearch`
 */
export async function withClusterToRead<T>(
  options: ClusterOptions & { readonly es: string },
  own: MemoryCluster,
  work: (client: Client, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withAbort((signal) =>
    withCluster(
      options.es,
      options,
      (others) => withMemoryClient(own, (ofOwn) => work(ownInMemory(ofOwn, others), signal)),
      signal,
      'reads',
    ),
  );
}

const RIGHTS_UNKNOWN =
  'This is OpenSearch, which does not tell Logwave what a user is allowed to do. Logs that this user cannot read may look missing or silent.';

async function withCluster<T>(
  address: string,
  options: ClusterOptions,
  work: (client: Client, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  purpose: 'reads' | 'writes' = 'writes',
): Promise<T> {
  const access = await accessTo(address, options, process.env, signal);
  const { auth, tls } = access.options;
  const dialect = await withClient(access.options, (client) =>
    fetchDialect(client, access.url, tls !== undefined, signal),
  );
  if (dialect !== 'opensearch') {
    const reading = purpose === 'reads' ? { Connection: readingConnection() } : {};
    return withClient({ ...access.options, ...reading }, (client) => work(client, signal));
  }
  if (auth !== undefined) say(RIGHTS_UNKNOWN);
  const connected = await connectOpenSearch(
    { ...access.options, node: access.url.href, requestTimeout: REQUEST_TIMEOUT_MS },
    purpose === 'reads' ? assertReading : undefined,
  );
  return work(connected.client, signal).finally(() => connected.close());
}

/** Nothing listens there: the connection ends in memory. */
const IN_MEMORY = 'http://in-memory.invalid';

async function withMemoryClient<T>(
  cluster: MemoryCluster,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  return withClient({ node: IN_MEMORY, Connection: memoryConnection(cluster) }, work);
}

/** Runs `work` against a cluster in memory. */
export async function withMemory<T>(
  cluster: MemoryCluster,
  work: (client: Client, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withAbort((signal) => withMemoryClient(cluster, (client) => work(client, signal)));
}

async function withClient<T>(
  options: ClientOptions,
  work: (client: ElasticClient) => Promise<T>,
): Promise<T> {
  const client = new ElasticClient({
    Transport: CheckedTransport,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // A document may have a field "__proto__". It is a field like any other, and must not cause an
    // error.
    disablePrototypePoisoningProtection: true,
    ...options,
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
