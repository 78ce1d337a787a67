import type { Client } from '../../../server/elastic/client';
import { InvalidArgumentError, type Command } from 'commander';
import { HostError, type Notice, openBrowser, type Page, serve } from '../../host';
import { place } from '../../place';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { sayOddZone } from '../basics/odd_zone';
import { publicUrlOption } from '../basics/public_url_option';
import { print, printJson, say } from '../basics/output';
import { UserError } from '../basics/user_error';

export const DEFAULT_PORT = 5602;
/** Where the page is served by default: for this machine only. */
export const DEFAULT_ADDRESS = '127.0.0.1';
const MAX_PORT = 65_535;

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** Whether the page is shown in the user's browser. */
  readonly open: boolean;
  readonly json?: true;
  /** The zone if the settings name none; else that of the system. */
  readonly zone?: string;
  /** What readers of the page should know about its data. */
  readonly notice?: Notice;
  /** A page that is already being built. */
  readonly page?: Promise<Page>;
  /** What to do when Elasticsearch is away, in a sentence. */
  readonly whenAway?: string;
  readonly publicUrl?: string;
  readonly notify?: string;
}

function portOption(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= MAX_PORT) return port;
  throw new InvalidArgumentError(`It must be a number from 0 (any free port) to ${MAX_PORT}.`);
}

function announce(url: string, { json, open }: ServeOptions): void {
  if (json === true) printJson({ url });
  else print(`Logwave runs at ${url}. Stop it with Ctrl-C.`);
  // Nobody looks at a screen behind a pipe.
  if (open && process.stdout.isTTY) openBrowser(url);
}

/** How the embedded Elasticsearch is started again. It may then have another port. */
export function startWords(data: string | undefined): string {
  const folder = data === undefined ? '' : ` --data ${data}`;
  return `Start it with "${place.command} es start${folder}", then start this host again`;
}

/**
 * Serves page and API until the signal ends, and prints the address.
 *
 * @throws UserError if the address or the port cannot be used
 */
export async function serveUntilStopped(
  client: Client,
  options: ServeOptions,
  signal: AbortSignal,
): Promise<void> {
  const { host: address, port, zone, notice, page, whenAway } = options;
  const { publicUrl, notify: notifyFile } = options;
  const onListening = (url: string): void => announce(url, options);
  try {
    const told = {
      publicUrl,
      notifyFile,
      ...(notice === undefined ? {} : { notice }),
      ...(page === undefined ? {} : { page }),
    };
    await serve({ client, address, port, onListening, say, zone, whenAway, ...told }, signal);
  } catch (error) {
    if (error instanceof HostError) throw new UserError(error.message);
    throw error;
  }
}

/** `logwave serve`: the page and the API on this machine. */
export function registerServe(program: Command): void {
  withElasticOptions(program.command('serve'))
    .description('serve the page on this machine, and analyze days on a schedule')
    .option(
      '--port <port>',
      'the port to listen on; 0 chooses a free one',
      portOption,
      DEFAULT_PORT,
    )
    .option('--host <address>', 'the address of this machine to listen on', DEFAULT_ADDRESS)
    .option('--notify <file>', 'the channels of messages, as JSON in a file of mode 600')
    .addOption(publicUrlOption())
    .option('--no-open', 'do not open the page in the browser')
    .action((options: ServeOptions & ElasticOptions) => {
      sayOddZone();
      return withElasticsearch(options, (client, signal) =>
        serveUntilStopped(
          client,
          options.es === undefined ? { ...options, whenAway: startWords(options.data) } : options,
          signal,
        ),
      );
    });
}
