import { request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** An answer as it came over the wire: nothing unpacked, nothing followed. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON; null if it is none. */
  readonly json: unknown;
}

export interface SendOptions {
  readonly method?: string;
  /** A header that is undefined is not sent, not even where it is one of the usual ones. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Sends a request exactly as it is given, to a host at `url`. Unlike fetch it sends any Host header,
 * and takes dots in a path for what they are.
 */
export async function send(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body, signal }: SendOptions = {},
): Promise<SentAnswer> {
  const { hostname, port } = new URL(url);
  const usual = {
    'kbn-xsrf': 'test',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const given = Object.entries({ ...usual, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return new Promise((resolve, reject) => {
    const sent = request({
      hostname,
      port,
      path,
      method,
      agent: false,
      headers: Object.fromEntries(given),
      ...(signal !== undefined && { signal }),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      buffer(response).then((bytes) => {
        const text = bytes.toString('utf8');
        const { headers: received, statusCode: status = 0 } = response;
        resolve({ status, headers: received, bytes, text, json: jsonOf(text) });
      }, reject);
    });
    sent.end(body);
  });
}
