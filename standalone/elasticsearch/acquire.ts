import { Client } from '@elastic/elasticsearch';
import { REQUEST_TIMEOUT } from '../../common/http';
import { fetchDiskShortage } from '../../server/elastic/results';
import { dataFolder } from './data_folder';
import { explainFolderError } from './explain_folder_error';
import { holdLaunched, holdRunning, type Held } from './hold_launched';
import type { HoldWord } from './holder';
import { installElasticsearch } from './install_elasticsearch';
import { DEFAULT_HEAP, parseHeap } from './java_arguments';
import { launch } from './launch';
import { sayLowDisk } from './low_disk';

/** Which embedded Elasticsearch: its data folder, and how to start it if it is not running. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  /** As in `512m`, which is the default. LOGWAVE_ES_HEAP sets another one. */
  readonly heap?: string;
  /** Receives short lines about steps that take time. */
  readonly say?: (line: string) => void;
}

/** A running Elasticsearch, held until `release`. */
export interface AcquiredElasticsearch {
  readonly url: string;
  /** Whether it was already running. */
  readonly joined: boolean;
  /** Releases it. The last release stops it and waits until it has stopped. The data stay. */
  readonly release: () => Promise<void>;
}

const LOOKS = 12;
const SECONDS_OF_LOOK = 5;

/** Waits until the stored indices are open, since an earlier search would find less. */
async function awaitIndices(
  url: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new Client({ node: url });
  const request = { wait_for_status: 'yellow', timeout: `${SECONDS_OF_LOOK}s` } as const;
  try {
    for (let look = 1; look <= LOOKS; look += 1) {
      const health = await client.cluster.health(request, { signal, ignore: [REQUEST_TIMEOUT] });
      if (!health.timed_out) return;
      const shortage = await fetchDiskShortage(client, '*', signal);
      if (shortage === undefined) continue;
      // Waiting does not open it, and the others can be used.
      say(`${shortage}.`);
      return;
    }
  } finally {
    await client.close();
  }
  const seconds = LOOKS * SECONDS_OF_LOOK;
  say(`Some indices did not open within ${seconds} s. Continuing without them.`);
}

async function holdOrStart(
  options: EmbeddedOptions,
  word: HoldWord,
  signal?: AbortSignal,
): Promise<Held> {
  const { dataDir, say = () => undefined } = options;
  const folder = dataFolder(dataDir);
  const running = await holdRunning(folder, word, signal);
  if (running !== undefined) return { holder: running, joined: true };
  const heap = parseHeap(options.heap ?? process.env['LOGWAVE_ES_HEAP'] ?? DEFAULT_HEAP);
  const installation = await installElasticsearch({ say }, signal);
  say(`Starting Elasticsearch ${installation.version}; its data is in ${folder.root}`);
  return holdLaunched(folder, () => launch(installation, folder, { heap }), word, signal);
}

/**
 * Like {@link acquireElasticsearch}; the word "keep" leaves it running after the last release.
 *
 * @throws EmbeddedElasticsearchError in one sentence, if it cannot be installed or started
 */
export async function acquireAs(
  word: HoldWord,
  options: EmbeddedOptions,
  signal?: AbortSignal,
): Promise<AcquiredElasticsearch> {
  const { holder, joined } = await holdOrStart(options, word, signal).catch((error: unknown) => {
    throw explainFolderError(error, options.dataDir);
  });
  const { url } = holder;
  const { dataDir, say = () => undefined } = options;
  const release = async (): Promise<void> => {
    await holder.leave();
  };
  try {
    await sayLowDisk(dataFolder(dataDir), say);
    await awaitIndices(url, say, signal ?? new AbortController().signal);
  } catch (error) {
    await release();
    throw error;
  }
  return { url, joined, release };
}

/**
 * Joins the Elasticsearch that runs on a data folder, or starts one for as long as it is held.
 * Several commands may share it, and the last one stops it. It ends by itself when the processes
 * that held it have ended, in whatever way.
 *
 * @throws EmbeddedElasticsearchError in one sentence, if it cannot be installed or started
 */
export async function acquireElasticsearch(
  options: EmbeddedOptions,
  signal?: AbortSignal,
): Promise<AcquiredElasticsearch> {
  return acquireAs('hold', options, signal);
}
