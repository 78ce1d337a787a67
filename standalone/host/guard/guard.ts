import type { Lifecycle, Request, ResponseObject, Server } from '@hapi/hapi';
import { INTERNAL_SERVER_ERROR } from '../../../common/http';
import { API_ROOT } from '../../../common/api';
import type { Log } from '../../../server/wiring';
import { errorBody } from '../error_body';
import { refuseRequest } from './refuse_request';
import { securityHeaders } from './security_headers';

function headerOf({ headers }: Request, name: string): string | undefined {
  const value: unknown = headers[name];
  return typeof value === 'string' ? value : undefined;
}

const refuseForeign: Lifecycle.Method = (request, h) => {
  const refusal = refuseRequest({
    method: request.method,
    host: headerOf(request, 'host'),
    origin: headerOf(request, 'origin'),
    site: headerOf(request, 'sec-fetch-site'),
    xsrf: headerOf(request, 'kbn-xsrf') ?? headerOf(request, 'kbn-version'),
    isApi: request.path.startsWith(API_ROOT),
  });
  if (refusal === undefined) return h.continue;
  const { status, message } = refusal;
  return h
    .response(errorBody(status, message))
    .code(status)
    .header('cache-control', 'no-store')
    .takeover();
};

function addHeaders(response: ResponseObject): void {
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (response.headers[name] === undefined) response.header(name, value);
  }
}

/** Refusals by hapi get Kibana's shape. Details of an unexpected error only go to the log. */
function shapeErrors(log: Log): Lifecycle.Method {
  return (request, h) => {
    const { response } = request;
    if (!('isBoom' in response)) {
      addHeaders(response);
      return h.continue;
    }
    const status = response.output.statusCode;
    if (status >= INTERNAL_SERVER_ERROR) {
      log.error(`${request.method} ${request.path}: ${response.stack ?? response.message}`);
    }
    const message =
      status === INTERNAL_SERVER_ERROR
        ? 'Unexpected error. See the log of the host.'
        : response.message;
    const shaped = h.response(errorBody(status, message)).code(status);
    addHeaders(shaped.header('cache-control', 'no-store'));
    return shaped;
  };
}

/** Runs before and after every route: refuses foreign requests, adds headers, shapes errors. */
export function guard(server: Server, log: Log): void {
  server.ext('onRequest', refuseForeign);
  server.ext('onPreResponse', shapeErrors(log));
}
