import { CLIENT_CLOSED_REQUEST, INTERNAL_SERVER_ERROR } from '../../common/http';
import { type Endpoint, type RequestPart, ApiError, validatePart } from '../../common/api';
import { answerError, type Caller, type Services } from '../wiring';
import type { Route } from '../routes';
import type {
  KibanaRequest,
  RequestContext,
  RequestHandler,
  RouteConfig,
  Router,
  ValidationFunction,
} from './contracts';
import { accessTag, apiPrivilege, isOfAllSpaces } from './privileges';
import { sharedStop } from '../app/basics';

/** The services for handlers once Kibana has started. No requests come before. */
export interface Started {
  readonly services: Services;
  readonly callerOf: (request: KibanaRequest, context: RequestContext) => Promise<Caller>;
  /** Ends when the plugin stops. */
  readonly stopping: AbortSignal;
}

function validator(endpoint: Endpoint, part: RequestPart): ValidationFunction {
  return (data, verdict) => {
    const validated = validatePart(endpoint, part, data);
    return validated.ok ? verdict.ok(validated.value) : verdict.badRequest(validated.message);
  };
}

/**
 * How an endpoint is registered in Kibana: its path, what it takes, and who may call it. The last
 * is given twice, since each version reads only one of them.
 */
export function routeConfig(endpoint: Endpoint): RouteConfig {
  const { method, path, privilege } = endpoint;
  const body = method === 'get' ? {} : { body: validator(endpoint, 'body') };
  return {
    path,
    validate: {
      params: validator(endpoint, 'params'),
      query: validator(endpoint, 'query'),
      ...body,
    },
    options: { access: 'public', tags: [accessTag(privilege)] },
    security: { authz: { requiredPrivileges: [apiPrivilege(privilege)] } },
  };
}

const NOT_IN_ALL_SPACES =
  'Settings and schedule are shared by all spaces: ask an administrator for the privilege "Logwave settings" in all spaces.';

/** What Kibana itself answers to a caller who has disconnected. */
const GONE_BODY = { message: 'the client canceled the request' };

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A signal, and how to remove its listeners. */
interface Wanted {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** Ends when the caller has disconnected, or when the plugin stops. */
function whileWanted(request: KibanaRequest, stopping: AbortSignal): Wanted {
  const controller = sharedStop();
  const abort = () => controller.abort();
  // Node 18 cannot join two signals.
  const gone = request.events.aborted$.subscribe(abort);
  stopping.addEventListener('abort', abort);
  if (stopping.aborted) abort();
  const release = (): void => {
    gone.unsubscribe();
    stopping.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, release };
}

/**
 * Kibana has checked the privilege in the space of the request. Roles that got it before it applied
 * to all spaces only have it in some of them.
 *
 * @throws ApiError if the endpoint changes what all spaces share, and the caller may not do so
 */
async function assertInAllSpaces({ privilege }: Endpoint, caller: Caller): Promise<void> {
  if (!isOfAllSpaces(privilege) || (await caller.can(privilege))) return;
  throw new ApiError('forbidden', NOT_IN_ALL_SPACES);
}

function handler({ endpoint, handle }: Route, started: () => Promise<Started>): RequestHandler {
  return async (context, request, response) => {
    const { services, callerOf, stopping } = await started();
    const { signal, release } = whileWanted(request, stopping);
    try {
      const caller = await callerOf(request, context);
      await assertInAllSpaces(endpoint, caller);
      const { params, query, body } = request;
      const answer = await handle({ params, query, body, signal }, caller, services);
      return endpoint.status === 202
        ? response.accepted({ body: answer })
        : response.ok({ body: answer });
    } catch (error) {
      // The client has disconnected. An abort is not an error, and nobody reads the answer.
      if (signal.aborted)
        return response.customError({ statusCode: CLIENT_CLOSED_REQUEST, body: GONE_BODY });
      const { statusCode, message, attributes } = answerError(error);
      if (statusCode === INTERNAL_SERVER_ERROR) services.log.error(traceOf(error));
      const rest = attributes === undefined ? {} : { attributes };
      return response.customError({ statusCode, body: { message, ...rest } });
    } finally {
      release();
    }
  };
}

/**
 * Registers every endpoint on Kibana's router.
 *
 * @param started the services for handlers; available once Kibana has started
 */
export function registerRoutes(
  router: Router,
  routes: readonly Route[],
  started: () => Promise<Started>,
): void {
  for (const route of routes) {
    router[route.endpoint.method](routeConfig(route.endpoint), handler(route, started));
  }
}
