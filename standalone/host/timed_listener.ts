import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorBody } from './error_body';
import { errorCode } from '../elasticsearch';
import { securityHeaders } from './guard/security_headers';

/** How long a request may take to arrive, and how often that is checked, in milliseconds. */
export interface ArrivalLimits {
  readonly headers: number;
  /** Headers and body together. */
  readonly request: number;
  readonly interval: number;
}

const TEN_SECONDS = 10_000;
const LIMITS: ArrivalLimits = { headers: TEN_SECONDS, request: TEN_SECONDS, interval: 1_000 };

/** The longest subtype fits into an address, even if each of its characters becomes nine. */
const MAX_HEADER_BYTES = 131_072;

/** Requests that Node refuses before hapi sees them, by Node's code: the status, and a sentence. */
const REFUSALS: ReadonlyMap<string, readonly [status: number, words: string]> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'the request took too long to arrive: send it again']],
  [
    'HPE_HEADER_OVERFLOW',
    [
      431,
      `address and headers are too long: they may have ${MAX_HEADER_BYTES / 1_024} KiB together`,
    ],
  ],
]);

/** A whole answer in its wire format. The connection ends with it. */
function refusalText(status: number, words: string): string {
  const refusal = errorBody(status, words);
  const body = JSON.stringify(refusal);
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${refusal.error}`, ...lines, '', body].join('\r\n');
}

/** A server that gives requests little time to arrive. hapi listens on it. */
export function timedListener({ headers, request, interval }: ArrivalLimits = LIMITS): Server {
  return createServer({
    headersTimeout: headers,
    requestTimeout: request,
    connectionsCheckingInterval: interval,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
}

/**
 * Answers with 408 if a request did not arrive in time, and with 431 if its address is too long,
 * instead of hapi's 400 without a body. hapi has a time limit of its own for bodies, but only
 * answers once the slow body has ended.
 *
 * @param listener one that hapi already listens on
 */
export function answerUnread(listener: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  listener.prependListener('request', ({ socket }, response) => void answers.set(socket, response));
  const others = listener.listeners('clientError');
  listener.removeAllListeners('clientError');
  listener.on('clientError', (error: Error, socket: Duplex) => {
    const refusal = REFUSALS.get(errorCode(error) ?? '');
    if (refusal === undefined) {
      for (const other of others) other.call(listener, error, socket);
      return;
    }
    const hasBegun = answers.get(socket)?.headersSent === true;
    if (socket.writable && !hasBegun) socket.end(refusalText(...refusal), () => socket.destroy());
    else socket.destroy();
  });
}
