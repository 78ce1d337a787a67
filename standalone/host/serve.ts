import { join } from 'node:path';
import type { Client } from '../../server/elastic/client';
import { answerError, type Log, describeError } from '../../server/wiring';
import { allOver, lastWord, waitFor } from '../../server/app/basics';
import { routes } from '../../server/routes';
import { place } from '../place';
import { startHost } from './create_host';
import { callerAtThisMachine, createServices, type HostServices } from './create_services';
import { assertLoopback } from './guard/loopback';
import { buildPageApart } from './page/build_page_apart';
import { channelsOfHost } from './messages/channels_of_host';
import { ensurePage, openPage, type Page } from './page/ensure_page';
import type { Notice } from './page/page_shell';
import { resumeWhenPossible, stopRuns } from './runs/resume_runs';
import { withNextStep } from './next_step';
import { createHostDocuments, type HostDocuments } from './settings/host_documents';
import { watchDisk } from './watch_disk';

export interface ServeRequest {
  readonly client: Client;
  readonly address: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Receives the address of the page, once it is available. */
  readonly onListening: (url: string) => void;
  /** Receives short lines about the current activity. */
  readonly say: (line: string) => void;
  /** The zone if the settings name none; else that of the system. */
  readonly zone?: string | undefined;
  /** What to do when Elasticsearch is away, in a sentence; absent if nothing can be done here. */
  readonly whenAway?: string | undefined;
  /** For tests, which must not disturb the settings of a user. */
  readonly documents?: HostDocuments;
  /** Shown to every reader of the page; nothing if absent. */
  readonly notice?: Notice;
  /** A page that is already being built. */
  readonly page?: Promise<Page>;
  /** Where people open Logwave, for links in messages. */
  readonly publicUrl?: string | undefined;
  /** The file with the channels; undefined for the one that the environment names. */
  readonly notifyFile?: string | undefined;
  /** For pictures of a day long ago; the present by default. */
  readonly now?: () => Date;
}

function logTo(say: (line: string) => void): Log {
  return {
    info: say,
    warn: (line) => say(`Warning: ${line}`),
    error: (line) => say(`Error: ${line}`),
  };
}

/**
 * The page: that of the package, or in a checkout one that is built now if it is missing.
 *
 * @param say receives a line if it takes a moment
 * @throws HostError if it cannot be built, or is missing in the package
 */
export function preparePage(say: (line: string) => void): Promise<Page> {
  const { page, sources, state } = place;
  if (page !== null) return openPage(page);
  return ensurePage(sources ?? '', join(state, 'page'), say, buildPageApart);
}

/** Resolves when the signal ends. */
async function endOf(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => {
    signal.addEventListener('abort', () => done(), { once: true });
  });
}

/** Stops active work, and marks it so that the next start continues it. */
async function windDown(host: HostServices, documents: HostDocuments) {
  const { services, runs, schedule, messages } = host;
  const { log } = services;
  try {
    const stopping = stopRuns(runs, documents, lastWord());
    await allOver([schedule.stop(), messages.stop()]);
    const days = (await stopping).map(({ day }) => day);
    if (days.length > 0) log.info(`Stopped analyzing ${days.join(', ')}. The next start resumes.`);
  } catch (error) {
    log.warn(`running analyses cannot be marked as stopped: ${describeError(error)}`);
  }
}

/**
 * Serves page and API on this machine, and analyzes days by the schedule, until the signal ends.
 *
 * @throws HostError if the address, the port or the page cannot be used
 */
export async function serve(request: ServeRequest, signal: AbortSignal): Promise<void> {
  const { client, address, port, onListening, say, zone } = request;
  assertLoopback(address);
  const documents = request.documents ?? createHostDocuments(client);
  const now = request.now ?? ((): Date => new Date());
  const channels = await channelsOfHost(process.env, request.notifyFile);
  const { publicUrl } = request;
  const made = createServices({
    client,
    documents,
    log: logTo(say),
    now,
    zone,
    channels,
    publicUrl,
  });
  for (const { fault } of channels) if (fault !== null) made.services.log.warn(fault);
  const page = await (request.page ?? preparePage(say));
  const host = await startHost({
    address,
    port,
    page,
    notice: request.notice,
    routes,
    answerError: (error) => withNextStep(answerError(error), request.whenAway),
    services: made.services,
    callerOf: (asked) => callerAtThisMachine(client, asked),
  });
  try {
    onListening(host.url);
    made.schedule.start();
    made.messages.start();
    const { log } = made.services;
    const watching = watchDisk(client, log, signal).catch((error: unknown) => {
      log.error(`free disk space is no longer checked: ${describeError(error)}`);
    });
    await resumeWhenPossible(documents, made.caller, made.services, waitFor, signal);
    await endOf(signal);
    await watching;
  } finally {
    await allOver([host.stop(), windDown(made, documents)]);
  }
}
