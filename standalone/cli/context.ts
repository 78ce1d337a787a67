import { resolve } from 'node:path';
import { Client, type ClientOptions } from '@elastic/elasticsearch';
import { Option, type Command } from 'commander';
import { acquireElasticsearch } from '../elasticsearch';
import { withAbort } from './abort';
import { say } from './output';
import { UserError } from './user_error';

const PROJECT_ROOT = resolve(__dirname, '../..');
const REQUEST_TIMEOUT_MS = 120_000;
const PROTOCOLS = ['http:', 'https:'];

/** Which Elasticsearch a command works on. */
export interface ElasticOptions {
  readonly es?: string;
  readonly data?: string;
}

/** Where the embedded Elasticsearch keeps its data unless told otherwise. */
export function defaultDataFolder(): string {
  return process.env['LOGWAVE_DATA'] ?? resolve(PROJECT_ROOT, '.logwave/data');
}

/** Adds the options that every command on Elasticsearch shares. */
export function withElasticOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--es <url>', 'the Elasticsearch to use, instead of the embedded one').env(
        'ELASTICSEARCH_URL',
      ),
    )
    .option('--data <folder>', 'where the embedded Elasticsearch keeps its data')
    .option('--json', 'print the result as JSON');
}

function clientOptions(url: string): ClientOptions {
  const apiKey = process.env['ELASTICSEARCH_API_KEY'];
  if (!URL.canParse(url) || !PROTOCOLS.includes(new URL(url).protocol)) {
    throw new UserError(`"${url}" is not an address: write it as http://host:9200`, 2);
  }
  return {
    node: url,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // A document may have a field "__proto__": it is a field like any other, and no reason to fail.
    disablePrototypePoisoningProtection: true,
    ...(apiKey === undefined ? {} : { auth: { apiKey } }),
  };
}

/**
 * Runs `work` against the cluster that `--es` names, or else against the embedded Elasticsearch:
 * the one that runs, or one started for as long as the work lasts.
 *
 * Credentials stand in the address (`https://user:password@host:9200`) or in the environment
 * variable ELASTICSEARCH_API_KEY.
 */
export async function withElasticsearch<T>(
  options: ElasticOptions,
  work: (client: Client, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withAbort(async (signal) => {
    if (options.es !== undefined) return withClient(options.es, (client) => work(client, signal));
    const dataDir = resolve(options.data ?? defaultDataFolder());
    const embedded = await acquireElasticsearch({ dataDir, say }, signal);
    try {
      return await withClient(embedded.url, (client) => work(client, signal));
    } finally {
      await embedded.release();
    }
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(clientOptions(url));
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
