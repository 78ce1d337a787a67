import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../common/api';
import { unlessAway, type Caller, type Services } from '../wiring';

/** A validated request. The signal ends when the caller has gone or the door closes. */
export interface RouteRequest<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly signal: AbortSignal;
}

/** What answers an endpoint, in Kibana and in the host. */
export interface Route<E extends Endpoint = Endpoint> {
  readonly endpoint: E;
  /** @throws ApiError for what the caller should be told; anything else by `answerError` */
  readonly handle: (
    request: RouteRequest<E>,
    caller: Caller,
    services: Services,
  ) => Promise<AnswerOf<E>>;
}

/**
 * Keeps the types of a route's endpoint. Who only reads learns within seconds that Elasticsearch is
 * away; what writes is carried through.
 */
export function defineRoute<E extends Endpoint>(endpoint: E, handle: Route<E>['handle']): Route<E> {
  if (endpoint.method !== 'get') return { endpoint, handle };
  return {
    endpoint,
    handle: (request, caller, services) =>
      unlessAway(handle(request, caller, services), caller.client, request.signal),
  };
}
