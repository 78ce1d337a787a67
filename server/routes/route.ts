import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../common/api';
import { unlessAway, type Caller, type Services } from '../wiring';

/** A validated request. The signal ends when the caller disconnects or the host stops. */
export interface RouteRequest<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly signal: AbortSignal;
}

/** The handler of an endpoint, in Kibana and in the host. */
export interface Route<E extends Endpoint = Endpoint> {
  readonly endpoint: E;
  /**
   * @throws ApiError for errors that the caller should see; any other error goes to `answerError`
   */
  readonly handle: (
    request: RouteRequest<E>,
    caller: Caller,
    services: Services,
  ) => Promise<AnswerOf<E>>;
}

/**
 * Keeps the types of a route's endpoint. Reading requests fail within seconds if Elasticsearch is
 * away. Writing ones run to the end.
 */
export function defineRoute<E extends Endpoint>(endpoint: E, handle: Route<E>['handle']): Route<E> {
  if (endpoint.method !== 'get') return { endpoint, handle };
  return {
    endpoint,
    handle: (request, caller, services) =>
      unlessAway(handle(request, caller, services), caller.client, request.signal),
  };
}
