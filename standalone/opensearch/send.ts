import { errors } from '@elastic/elasticsearch';
import type { ApiResponse } from '@opensearch-project/opensearch';
import { BAD_GATEWAY, BAD_REQUEST, GATEWAY_TIMEOUT, SERVICE_UNAVAILABLE } from '../../common/http';
import { waitFor } from '../../server/app/basics';
import { asForeign, assertFromElasticsearch, retry } from '../../server/elastic/asking';
import type { Options } from '../../server/elastic/client';
import { asClientError, responseError } from './client_error';

/** What is under way in OpenSearch's client. */
export type Sent = PromiseLike<ApiResponse> & { abort?: () => void };

/** Sends a request through OpenSearch's client. */
export type Send = (options: { ignore: number[]; maxRetries: number }) => Sent;

const GATEWAY_ERRORS: readonly (number | undefined)[] = [
  BAD_GATEWAY,
  SERVICE_UNAVAILABLE,
  GATEWAY_TIMEOUT,
];
const LONGEST_PAUSE_S = 4;

/** In milliseconds: between half and all of two, then of four seconds, as Elasticsearch's client. */
function pauseAfter(attempt: number): number {
  const most = Math.min(LONGEST_PAUSE_S, 2 ** attempt) * 1_000;
  return most / 2 + (Math.random() * most) / 2;
}

function isAborted({ signal }: Options): boolean {
  return signal?.aborted === true;
}

function aborted(): errors.RequestAbortedError {
  return new errors.RequestAbortedError('Request aborted');
}

/** Also of a refusal that the caller expects. @throws ForeignAnswer */
function assertCameFromCluster({ statusCode, headers, body, meta }: ApiResponse): void {
  const { params } = meta.request;
  if (statusCode !== null && statusCode >= BAD_REQUEST) {
    const refusal = responseError({ statusCode, headers, body: body as unknown });
    const error = asForeign(refusal, params);
    if (error !== refusal) throw error;
    return;
  }
  const answer = { statusCode: statusCode ?? 0, headers: headers ?? {}, body: body as unknown };
  assertFromElasticsearch(answer, params);
}

async function sendOnce(send: Send, options: Options): Promise<ApiResponse> {
  const { signal, ignore = [] } = options;
  if (isAborted(options)) throw aborted();
  // OpenSearch's client would repeat what was not answered in time, which may have been done.
  const sent = send({ ignore, maxRetries: 0 });
  // Returns nothing: what `abort` returns is a promise, whose error an event would throw again.
  const stop = (): void => {
    sent.abort?.();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    // Listeners of the client may have aborted it.
    if (isAborted(options)) stop();
    const answer = await sent;
    assertCameFromCluster(answer);
    return answer;
  } catch (error) {
    throw isAborted(options) ? aborted() : asClientError(error);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function isOfGateway(error: unknown): boolean {
  return error instanceof errors.ResponseError && GATEWAY_ERRORS.includes(error.statusCode);
}

/** A request without a signal is not aborted. */
const NEVER = new AbortController().signal;

/** Not at all after the answer of a gateway. @throws the client's error after an abort */
async function pause(attempt: number, signal: AbortSignal, error: unknown): Promise<void> {
  if (isOfGateway(error)) return;
  await waitFor(pauseAfter(attempt), signal).catch(() => {
    throw aborted();
  });
}

/**
 * Sends a request as Elasticsearch's client does: it is aborted with its signal, and tried again if
 * there was no connection or a gateway has answered, but not if no answer came in time.
 *
 * @throws the errors of Elasticsearch's client, and ForeignAnswer if something else has answered
 */
export async function sendPatiently(
  send: Send,
  options: Options & { readonly maxRetries: number },
): Promise<ApiResponse> {
  const isPassing = (error: unknown): boolean =>
    error instanceof errors.ConnectionError || isOfGateway(error);
  const policy = { isPassing, tries: options.maxRetries + 1, pause };
  return retry(() => sendOnce(send, options), policy, options.signal ?? NEVER);
}
