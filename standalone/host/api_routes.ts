import type { Lifecycle, Request, ServerRoute } from '@hapi/hapi';
import { INTERNAL_SERVER_ERROR } from '../../common/http';
import { REQUEST_PARTS, type RequestPart, type ErrorBody, validatePart } from '../../common/api';
import type { Caller, Services } from '../../server/wiring';
import type { Route, RouteRequest } from '../../server/routes';
import { closingBody, errorBody } from './error_body';
import { linkSignals } from './request_signal';
import { sharedStop } from '../../server/app/basics';

/** The services for the routes of a host. */
export interface ApiContext {
  readonly services: Services;
  readonly callerOf: (request: Request) => Caller;
  /** The body of the answer for any error. */
  readonly answerError: (error: unknown) => ErrorBody;
  /** Ends when the host closes. */
  readonly closing: AbortSignal;
}

const PARTS: Readonly<Record<RequestPart, (request: Request) => unknown>> = {
  params: ({ params }) => params,
  query: ({ query }) => query,
  body: ({ payload }) => payload,
};

type Validated =
  { readonly parts: Readonly<Record<RequestPart, unknown>> } | { readonly message: string };

function validate({ endpoint }: Route, request: Request): Validated {
  const parts: Record<RequestPart, unknown> = { params: {}, query: {}, body: null };
  for (const part of REQUEST_PARTS) {
    const validated = validatePart(endpoint, part, PARTS[part](request));
    if (!validated.ok) return { message: validated.message };
    parts[part] = validated.value;
  }
  return { parts };
}

/**
 * A signal that ends when the client has disconnected. hapi's own event for that does not come once
 * the body of a request was read.
 */
function goneSignal({ raw: { res } }: Request): AbortSignal {
  const controller = sharedStop();
  res.once('close', () => {
    if (!res.writableEnded) controller.abort();
  });
  return controller.signal;
}

function traceOf({ method, path }: Request, error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${method} ${path}: ${trace}`;
}

function handlerOf(route: Route, context: ApiContext): Lifecycle.Method {
  const { services, callerOf, answerError, closing } = context;
  return async (request, h) => {
    const send = (status: number, body: object) =>
      h.response(body).code(status).type('application/json').header('cache-control', 'no-store');
    const validated = validate(route, request);
    if ('message' in validated) return send(400, errorBody(400, validated.message));
    const { signal, release } = linkSignals([goneSignal(request), closing]);
    try {
      const valid = { ...validated.parts, signal } as RouteRequest<Route['endpoint']>;
      const answer = await route.handle(valid, callerOf(request), services);
      return send(route.endpoint.status, answer as object);
    } catch (error) {
      if (closing.aborted) return send(503, closingBody());
      // The client has disconnected, so nobody reads the resulting error.
      if (signal.aborted) return h.abandon;
      const body = answerError(error);
      if (body.statusCode === INTERNAL_SERVER_ERROR) services.log.error(traceOf(request, error));
      return send(body.statusCode, body);
    } finally {
      release();
    }
  };
}

/** The API's routes as this host serves them. */
export function apiRoutes(routes: readonly Route[], context: ApiContext): ServerRoute[] {
  return routes.map((route) => ({
    method: route.endpoint.method,
    path: route.endpoint.path,
    handler: handlerOf(route, context),
  }));
}
