import { setTimeout as wait } from 'node:timers/promises';
import { errors } from '@elastic/elasticsearch';
import type { ApiResponse } from '@opensearch-project/opensearch';
import { BAD_GATEWAY, BAD_REQUEST, GATEWAY_TIMEOUT, SERVICE_UNAVAILABLE } from '../../common/http';
import { asForeign, assertFromElasticsearch } from '../../server/elastic/asking';
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

/** How long to wait before the next attempt, in milliseconds; undefined if there is none. */
function pauseBefore(attempt: number, error: unknown): number | undefined {
  if (error instanceof errors.ConnectionError) return pauseAfter(attempt);
  const status = error instanceof errors.ResponseError ? error.statusCode : undefined;
  return GATEWAY_ERRORS.includes(status) ? 0 : undefined;
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
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(send, options);
    } catch (error) {
      const pause = attempt > options.maxRetries ? undefined : pauseBefore(attempt, error);
      if (pause === undefined) throw error;
      await wait(pause, undefined, options.signal ? { signal: options.signal } : {}).catch(() => {
        throw aborted();
      });
    }
  }
}
