import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../common/api';
import type { Caller, Services } from '../wiring';

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

/** Keeps the types of a route's endpoint. */
export function defineRoute<E extends Endpoint>(endpoint: E, handle: Route<E>['handle']): Route<E> {
  return { endpoint, handle };
}
