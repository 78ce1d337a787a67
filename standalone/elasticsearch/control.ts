import { acquireAs, type EmbeddedOptions } from './acquire';
import { dataFolder } from './data_folder';
import { explainFolderError } from './explain_folder_error';
import { askLauncher } from './holder';
import { readRunningState } from './running_state';

/** The state of the embedded Elasticsearch of a data folder; JSON for machines. */
export type ElasticsearchStatus =
  | {
      readonly running: false;
      readonly data: string;
      /** It was running, and the request stopped it. */
      readonly stopped?: true;
    }
  | {
      readonly running: true;
      readonly data: string;
      readonly url: string;
      readonly pid: number;
      /** Commands that are using it. */
      readonly holders: number;
      /** Whether it keeps running when no command uses it. */
      readonly kept: boolean;
    };

async function ask(
  word: 'look' | 'end',
  dataDir: string,
  signal?: AbortSignal,
): Promise<ElasticsearchStatus> {
  const folder = dataFolder(dataDir);
  const state = await readRunningState(folder.state).catch((error: unknown) => {
    throw explainFolderError(error, dataDir);
  });
  const stopped = { running: false, data: folder.root } as const;
  if (state === undefined) return stopped;
  const answer = await askLauncher(state, word, signal);
  if (answer === undefined) return stopped;
  if (answer === 'stopped') return word === 'end' ? { ...stopped, stopped: true } : stopped;
  return { running: true, data: folder.root, pid: state.pid, ...answer };
}

/** Says whether Elasticsearch is running on a data folder, and who holds it. */
export async function elasticsearchStatus(
  dataDir: string,
  signal?: AbortSignal,
): Promise<ElasticsearchStatus> {
  return ask('look', dataDir, signal);
}

/**
 * Starts Elasticsearch, or joins the running one, and leaves it running until it is stopped.
 *
 * @throws EmbeddedElasticsearchError in one sentence, if it cannot be installed or started
 */
export async function startDetached(
  options: EmbeddedOptions,
  signal?: AbortSignal,
): Promise<{ readonly url: string; readonly joined: boolean }> {
  const { url, joined, release } = await acquireAs('keep', options, signal);
  await release();
  return { url, joined };
}

/**
 * Ends what {@link startDetached} began. If commands are using it, it keeps running for them and
 * stops with the last one. Otherwise it has stopped when this returns.
 */
export async function stopElasticsearch(
  dataDir: string,
  signal?: AbortSignal,
): Promise<ElasticsearchStatus> {
  return ask('end', dataDir, signal);
}
