import { createBrotliCompress, constants } from 'node:zlib';
import { server as hapiServer, type Server } from '@hapi/hapi';
import inert from '@hapi/inert';
import { sharedStop } from '../../server/app/basics';
import type { Route } from '../../server/routes';
import { apiRoutes, type ApiContext } from './api_routes';
import { guard } from './guard/guard';
import { assertLoopback } from './guard/loopback';
import { explainListenError } from './explain_listen_error';
import type { Page } from './page/ensure_page';
import { pageRoutes } from './page/page_routes';
import type { Notice } from './page/page_shell';
import { answerUnread, timedListener } from './timed_listener';

export interface HostOptions extends Omit<ApiContext, 'closing'> {
  readonly address: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly routes: readonly Route[];
  readonly page: Page;
  /** Shown to every reader of the page. */
  readonly notice?: Notice | undefined;
}

/** A host that is listening. */
export interface Host {
  /** The address of the page, as in `http://127.0.0.1:5602`. */
  readonly url: string;
  /** Accepts no more requests, ends the waiting ones, and resolves when all are answered. */
  readonly stop: () => Promise<void>;
}

/** Kibana's own limit. */
const MAX_BODY_BYTES = 1_048_576;
/** Smaller answers fit into one packet anyway. */
const LEAST_COMPRESSED_BYTES = 1_024;
/** Answers are compressed while the caller waits. */
const BROTLI_QUALITY = 4;
const STOP_TIMEOUT_MS = 5_000;

function makeServer({ address, port }: HostOptions): Server {
  const made = hapiServer({
    address,
    host: address,
    port,
    listener: timedListener(),
    debug: false,
    compression: { minBytes: LEAST_COMPRESSED_BYTES },
    routes: {
      payload: {
        allow: 'application/json',
        maxBytes: MAX_BODY_BYTES,
        // The listener enforces it.
        timeout: false,
      },
    },
  });
  made.encoder('br', () =>
    createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  );
  answerUnread(made.listener);
  return made;
}

/**
 * Serves the API and the page on this machine, to all its users.
 *
 * @throws HostError if the address is not one of this machine, or the port is taken
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { address, port, routes, page, notice } = options;
  assertLoopback(address);
  const closing = sharedStop();
  const made = makeServer(options);
  await made.register(inert);
  guard(made, options.services.log);
  made.route(apiRoutes(routes, { ...options, closing: closing.signal }));
  made.route(pageRoutes(page, notice));
  await made.start().catch((error: unknown) => {
    throw explainListenError(error, address, port);
  });
  const stop = async (): Promise<void> => {
    closing.abort();
    await made.stop({ timeout: STOP_TIMEOUT_MS });
  };
  return { url: made.info.uri, stop };
}
