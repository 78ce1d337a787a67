import { acquireAs, type EmbeddedOptions } from './acquire';
import { dataFolder } from './data_folder';
import { explainFolderError } from './explain_folder_error';
import { askLauncher } from './holder';
import { readRunningState } from './running_state';

/** How the embedded Elasticsearch of a data folder stands; JSON for machines. */
export type ElasticsearchStatus =
  | {
      readonly running: false;
      readonly data: string;
      /** It ran, and was stopped by what was asked. */
      readonly stopped?: true;
    }
  | {
      readonly running: true;
      readonly data: string;
      readonly url: string;
      readonly pid: number;
      /** Commands that use it now. */
      readonly holders: number;
      /** Whether it stays up when no command uses it. */
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

/** Says whether Elasticsearch runs on a data folder, and for whom. */
export async function elasticsearchStatus(
  dataDir: string,
  signal?: AbortSignal,
): Promise<ElasticsearchStatus> {
  return ask('look', dataDir, signal);
}

/**
 * Starts Elasticsearch, or joins the one that runs, and leaves it up until it is stopped.
 *
 * @throws EmbeddedElasticsearchError in one sentence, where it cannot be installed or started
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
 * Ends what {@link startDetached} began. Where commands use it at the moment, it runs on for them
 * and stops with the last one; otherwise it has stopped when this returns.
 */
export async function stopElasticsearch(
  dataDir: string,
  signal?: AbortSignal,
): Promise<ElasticsearchStatus> {
  return ask('end', dataDir, signal);
}
