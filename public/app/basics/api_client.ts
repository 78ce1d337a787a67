import type { z } from 'zod';
import { BAD_REQUEST } from '../../../common/http';
import { type AnswerOf, type Endpoint, ERROR_STATUS, type ErrorCode } from '../../../common/api';
import { translate } from '../../i18n';
import { ApiFault, isAbort } from './api_fault';
import type { Http, HttpRequest } from './http';

/** The contents of a request, each part as the endpoint takes it. */
export interface Call<E extends Endpoint> {
  readonly params?: z.input<E['params']>;
  readonly query?: z.input<E['query']>;
  readonly body?: z.input<E['body']>;
}

/** Calls endpoints. Every error except an abort is an `ApiFault`. */
export type ApiClient = <E extends Endpoint>(
  endpoint: E,
  call: Call<E>,
  signal: AbortSignal,
) => Promise<AnswerOf<E>>;

function textsOf(values: unknown): [name: string, text: string][] {
  return Object.entries(values ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** The endpoint's path with its parameters filled in. */
export function pathOf(path: string, params: unknown): string {
  return textsOf(params).reduce(
    (filled, [name, text]) => filled.replace(`{${name}}`, () => encodeURIComponent(text)),
    path,
  );
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_STATUS, code);
}

/** The fault in an answer, in the shape that both hosts give to their errors. */
export function faultOf(status: number, body: unknown): ApiFault {
  const attributes = member(body, 'attributes');
  const code = member(attributes, 'code');
  const field = member(attributes, 'field');
  const message = member(body, 'message');
  const words =
    typeof message === 'string' && message !== ''
      ? message
      : translate('logwave.fault.noWords', {
          defaultMessage: 'The host answered with status {status} and gave no reason.',
          values: { status },
        });
  const about = typeof field === 'string' ? field : undefined;
  return new ApiFault(status, isCode(code) ? code : undefined, words, about);
}

function requestOf<E extends Endpoint>(
  endpoint: E,
  { params, query, body }: Call<E>,
  signal: AbortSignal,
): HttpRequest {
  return {
    method: endpoint.method.toUpperCase() as HttpRequest['method'],
    path: pathOf(endpoint.path, params),
    query: Object.fromEntries(textsOf(query)),
    ...(body !== undefined && { body }),
    signal,
  };
}

/**
 * Makes the client of the page. It calls an endpoint by its record, so that paths and types are in
 * one place. Answers are not validated again, since the host checks them in its tests.
 */
export function createApiClient(http: Http): ApiClient {
  return async (endpoint, call, signal) => {
    const answer = await http(requestOf(endpoint, call, signal)).catch((error: unknown) => {
      if (isAbort(error) || signal.aborted) throw error;
      const message = translate('logwave.fault.noAnswer', {
        defaultMessage: 'The host of this page did not answer. Check that it is running.',
      });
      throw new ApiFault(0, 'no_answer', message);
    });
    if (answer.status >= BAD_REQUEST) throw faultOf(answer.status, answer.body);
    return answer.body as AnswerOf<typeof endpoint>;
  };
}
