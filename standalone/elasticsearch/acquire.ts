import { setTimeout as delay } from 'node:timers/promises';
import { dataFolder, type DataFolder } from './data_folder';
import { EmbeddedElasticsearchError } from './embedded_error';
import { openHolder, type Holder } from './holder';
import { installElasticsearch } from './install_elasticsearch';
import { DEFAULT_HEAP, parseHeap } from './java_arguments';
import { launch, startFailure, type Launched } from './launch';
import { readRunningState } from './running_state';

/** Which embedded Elasticsearch: its data folder, and how to start it where it does not run. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  /** As in `512m`, which is the default; LOGWAVE_ES_HEAP names another one. */
  readonly heap?: string;
  /** Hears in short lines what takes time. */
  readonly say?: (line: string) => void;
}

/** A running Elasticsearch, held until `release`. */
export interface AcquiredElasticsearch {
  readonly url: string;
  /** Whether it ran already. */
  readonly joined: boolean;
  /** Lets go of it; who lets go last stops it and waits until it has stopped. The data stay. */
  release(): Promise<void>;
}

const PATIENCE_MS = 120_000;
const POLL_MS = 100;
const STOOD_BACK_MS = 500;
const HEALTH_WAIT = '60s';

async function tryHold(
  folder: DataFolder,
  word: 'hold' | 'keep',
  signal?: AbortSignal,
): Promise<Holder | undefined> {
  const state = await readRunningState(folder.state);
  return state === undefined ? undefined : openHolder(state, word, signal);
}

/** Waits until the indices of before are there: a search before that finds less, silently. */
async function awaitHealth(url: string, signal?: AbortSignal): Promise<void> {
  const path = `/_cluster/health?wait_for_status=yellow&timeout=${HEALTH_WAIT}`;
  const response = await fetch(url + path, signal === undefined ? {} : { signal });
  await response.arrayBuffer();
  if (response.ok) return;
  throw new EmbeddedElasticsearchError(
    `Elasticsearch runs at ${url}, but not all of its indices could be opened: see its log.`,
  );
}

/** Holds the one that runs or starts one; `word` as in {@link openHolder}. */
export async function holdOrStart(
  options: EmbeddedOptions,
  word: 'hold' | 'keep',
  signal?: AbortSignal,
): Promise<{ readonly holder: Holder; readonly joined: boolean }> {
  const { say = () => undefined } = options;
  const folder = dataFolder(options.dataDir);
  const running = await tryHold(folder, word, signal);
  if (running !== undefined) return { holder: running, joined: true };
  const heap = parseHeap(options.heap ?? process.env['LOGWAVE_ES_HEAP'] ?? DEFAULT_HEAP);
  const installation = await installElasticsearch({ say }, signal);
  say(`Starting Elasticsearch ${installation.version}; its data are in ${folder.root}`);
  const giveUpAt = Date.now() + PATIENCE_MS;
  let launched: Launched = await launch(installation, folder, heap);
  for (;;) {
    const holder = await tryHold(folder, word, signal);
    if (holder !== undefined) return { holder, joined: holder.pid !== launched.pid };
    if (launched.outcome() === 'failed') throw await startFailure(folder);
    if (Date.now() > giveUpAt) break;
    const stoodBack = launched.outcome() === 'stood back';
    await delay(stoodBack ? STOOD_BACK_MS : POLL_MS, undefined, signal ? { signal } : {});
    // Another one had the data: it is just starting, which is joined, or just stopping.
    if (stoodBack) launched = await launch(installation, folder, heap);
  }
  throw new EmbeddedElasticsearchError(
    `Another process has the data in ${folder.root} and does not answer: end it, or name another folder with --data.`,
  );
}

/**
 * Joins the Elasticsearch that runs on a data folder, or starts one for as long as somebody holds
 * it. Several commands may share it: the last one stops it. It ends by itself when the processes
 * that held it have gone, however they ended.
 *
 * @throws EmbeddedElasticsearchError in one sentence, where it cannot be installed or started
 */
export async function acquireElasticsearch(
  options: EmbeddedOptions,
  signal?: AbortSignal,
): Promise<AcquiredElasticsearch> {
  const { holder, joined } = await holdOrStart(options, 'hold', signal);
  try {
    await awaitHealth(holder.url, signal);
  } catch (error) {
    await holder.leave();
    throw error;
  }
  return {
    url: holder.url,
    joined,
    release: async () => {
      await holder.leave();
    },
  };
}
