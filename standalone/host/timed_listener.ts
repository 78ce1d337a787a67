import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorBody } from './error_body';
import { errorCode } from '../elasticsearch/error_code';
import { securityHeaders } from './guard/security_headers';

/** How long a request may take to arrive, and how often that is looked at, in milliseconds. */
export interface ArrivalLimits {
  readonly headers: number;
  /** Headers and body together. */
  readonly request: number;
  readonly interval: number;
}

const TEN_SECONDS = 10_000;
const LIMITS: ArrivalLimits = { headers: TEN_SECONDS, request: TEN_SECONDS, interval: 1_000 };

const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT';
const REQUEST_TIMEOUT = 408;

/** A whole answer as it goes over the wire; the connection ends with it. */
function timeoutAnswer(): string {
  const body = JSON.stringify(
    errorBody(REQUEST_TIMEOUT, 'the request took too long to arrive: send it again'),
  );
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return ['HTTP/1.1 408 Request Timeout', ...lines, '', body].join('\r\n');
}

/** A server whose requests have little time to arrive; hapi listens on it. */
export function timedListener({ headers, request, interval }: ArrivalLimits = LIMITS): Server {
  return createServer({
    headersTimeout: headers,
    requestTimeout: request,
    connectionsCheckingInterval: interval,
  });
}

/**
 * Answers a request that did not arrive in time with 408, in place of hapi's 400. hapi has a limit of
 * its own for bodies, but answers only once the slow body has come to its end.
 *
 * @param listener one that hapi listens on already
 */
export function answerTimeouts(listener: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  listener.prependListener('request', ({ socket }, response) => void answers.set(socket, response));
  const others = listener.listeners('clientError');
  listener.removeAllListeners('clientError');
  listener.on('clientError', (error: Error, socket: Duplex) => {
    if (errorCode(error) !== TIMED_OUT) {
      for (const other of others) other.call(listener, error, socket);
      return;
    }
    const hasBegun = answers.get(socket)?.headersSent === true;
    if (socket.writable && !hasBegun) socket.end(timeoutAnswer(), () => socket.destroy());
    else socket.destroy();
  });
}
