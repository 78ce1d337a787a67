import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import {
  EmbeddedElasticsearchError,
  elasticsearchStatus,
  parseHeap,
  startDetached,
  stopElasticsearch,
  type ElasticsearchStatus,
} from '../../elasticsearch';
import { withAbort } from '../basics/abort';
import { defaultDataFolder } from '../basics/context';
import { print, printJson, say } from '../basics/output';

interface EsOptions {
  readonly data?: string;
  readonly heap?: string;
  readonly json?: true;
}

const HEAP_STAYS =
  'It was already running and keeps its memory size. To change the size, stop it first.';

function statusSentence(status: ElasticsearchStatus): string {
  if (!status.running) {
    return status.stopped === true
      ? `Elasticsearch on ${status.data} was stopped. Its data stays in that folder.`
      : `No Elasticsearch runs on ${status.data}.`;
  }
  if (status.url === '')
    return `Elasticsearch is starting (process ${status.pid}) on ${status.data}.`;
  const users = status.holders === 1 ? '1 command uses it' : `${status.holders} commands use it`;
  const end = status.kept
    ? 'it stays until "logwave es stop"'
    : 'it stops when the last of them ends';
  return `Elasticsearch runs at ${status.url} (process ${status.pid}) on ${status.data}: ${users}, ${end}.`;
}

function show(options: EsOptions, status: ElasticsearchStatus): void {
  if (options.json === true) printJson(status);
  else print(statusSentence(status));
}

function addCommand(es: Command, name: string, description: string): Command {
  return es
    .command(name)
    .description(description)
    .option('--data <folder>', 'where it keeps its data (default: $LOGWAVE_DATA or .logwave/data)')
    .option('--json', 'print the result as JSON');
}

function heapOption(text: string): string {
  try {
    return parseHeap(text);
  } catch (error) {
    if (error instanceof EmbeddedElasticsearchError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

const folderOf = (options: EsOptions): string => resolve(options.data ?? defaultDataFolder());

/** `logwave es start|stop|status`: keeps the embedded Elasticsearch running between commands. */
export function registerEs(program: Command): void {
  const es = program
    .command('es')
    .description('start or stop the embedded Elasticsearch, or show its status');
  addCommand(es, 'start', 'start it, or join the one that runs, and keep it running')
    .option('--heap <size>', 'its memory size (default: $LOGWAVE_ES_HEAP or 512m)', heapOption)
    .action(async (options: EsOptions) => {
      const dataDir = folderOf(options);
      const heap = options.heap === undefined ? {} : { heap: options.heap };
      await withAbort(async (signal) => {
        const { joined } = await startDetached({ dataDir, say, ...heap }, signal);
        if (joined && options.heap !== undefined) say(HEAP_STAYS);
        show(options, await elasticsearchStatus(dataDir, signal));
      });
    });
  addCommand(es, 'stop', 'stop it as soon as no command uses it; its data stays').action(
    async (options: EsOptions) => {
      show(options, await withAbort((signal) => stopElasticsearch(folderOf(options), signal)));
    },
  );
  addCommand(es, 'status', 'show whether it runs, and where').action(async (options: EsOptions) => {
    show(options, await withAbort((signal) => elasticsearchStatus(folderOf(options), signal)));
  });
}
