import { STATUS_CODES } from 'node:http';
import type { Method } from '../../common/api/basics/endpoint';
import type {
  ErrorAnswer,
  KibanaRequest,
  KibanaResponse,
  RequestContext,
  RequestHandler,
  ResponseFactory,
  RouteConfig,
  Router,
  ValidationFunction,
  ValidationResultFactory,
} from '../../server/kibana/contracts/http';
import type { ContractAnswer, ContractRequest } from './door';

/** A route as it was registered. */
export interface RegisteredRoute {
  readonly method: Method;
  readonly config: RouteConfig;
  readonly handler: RequestHandler;
}

/** The privileges, such as `logwave_read`, that the caller was granted. */
export interface FakeCaller {
  readonly granted: ReadonlySet<string>;
  /** Kibana does not ask for privileges while security is off. */
  readonly isSecured: boolean;
  readonly context: RequestContext;
}

/**
 * Where a version of Kibana looks for the privileges that a route asks for: in its tags alone (8.12),
 * in `security` and else in the tags (8.16 to 9.0), or in `security` alone (from 9.1 on).
 */
export const ROUTE_RULES = ['tags', 'both', 'security'] as const;
export type RouteRule = (typeof ROUTE_RULES)[number];

const ACCESS = /^access:(.+)$/;

/** Our own, so that an answer and its body come back together. */
interface FakeResponse extends KibanaResponse {
  readonly json: unknown;
}

class Refused extends Error {
  constructor(readonly answer: FakeResponse) {
    super();
  }
}

/** Kibana's errors have these keys and no others, whatever a route has put into the body. */
function errorAnswer(status: number, message: string, attributes?: unknown): FakeResponse {
  const rest = attributes === undefined ? {} : { attributes };
  return { status, json: { statusCode: status, error: STATUS_CODES[status], message, ...rest } };
}

const responses: ResponseFactory = {
  ok: ({ body }) => answerOf(200, body),
  accepted: ({ body }) => answerOf(202, body),
  customError: ({ statusCode, body }: ErrorAnswer) =>
    errorAnswer(statusCode, body.message, body.attributes),
};

function answerOf(status: number, json: unknown): FakeResponse {
  return { status, json };
}

const verdicts: ValidationResultFactory = {
  ok: (value) => ({ value }),
  badRequest: (message) => ({ error: { message } }),
};

function validate(part: string, validator: ValidationFunction | undefined, data: unknown): unknown {
  // A part without a validator arrives empty, whatever was sent.
  if (validator === undefined) return {};
  const verdict = validator(data, verdicts);
  if ('value' in verdict) return verdict.value;
  throw new Refused(errorAnswer(400, `[request ${part}]: ${verdict.error.message}`));
}

/** The parameters in a path, decoded; undefined if it is another route's. */
function matchPath(template: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, segment] of wanted.entries()) {
    const text = given[place] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== text) return undefined;
    if (name !== undefined) params[name] = decodeURIComponent(text);
  }
  return params;
}

/** Several values of a name make a list. */
function queryOf(search: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** The privileges that a route asks for. @throws TypeError where the rule reads what is not there */
function neededPrivileges({ options, security }: RouteConfig, rule: RouteRule): readonly string[] {
  // What was registered need not be what its type says: it is looked at as Kibana does.
  const given = security as RouteConfig['security'] | undefined;
  const tagged = (): string[] => options.tags.flatMap((tag) => ACCESS.exec(tag)?.[1] ?? []);
  switch (rule) {
    case 'tags':
      return tagged();
    case 'both':
      return given === undefined ? tagged() : given.authz.requiredPrivileges;
    case 'security':
      return security.authz.requiredPrivileges;
  }
}

function checkPrivileges(config: RouteConfig, rule: RouteRule, caller: FakeCaller): void {
  if (!caller.isSecured) return;
  const needed = neededPrivileges(config, rule);
  if (needed.every((privilege) => caller.granted.has(privilege))) return;
  throw new Refused(errorAnswer(403, 'Forbidden'));
}

function abortedOf(signal: AbortSignal | undefined): KibanaRequest['events']['aborted$'] {
  return {
    subscribe: (next) => {
      signal?.addEventListener('abort', next);
      return { unsubscribe: () => signal?.removeEventListener('abort', next) };
    },
  };
}

/**
 * As much of Kibana's router as a route can see: the check of the header, of privileges and of the
 * three parts, the handler, and errors that are rebuilt from what it answers.
 */
export class FakeKibanaRouter implements Router {
  readonly routes: RegisteredRoute[] = [];
  readonly get = this.registerAs('get');
  readonly post = this.registerAs('post');
  readonly put = this.registerAs('put');
  readonly delete = this.registerAs('delete');

  constructor(private readonly rule: RouteRule) {}

  async call(request: ContractRequest, caller: FakeCaller): Promise<ContractAnswer> {
    try {
      return (await this.answer(request, caller)) as FakeResponse;
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      // The real one logs it, and tells no more than this.
      return errorAnswer(500, 'An internal server error occurred. Check Kibana server logs.');
    }
  }

  private registerAs(method: Method): Router['get'] {
    return (config, handler) => void this.routes.push({ method, config, handler });
  }

  private async answer(request: ContractRequest, caller: FakeCaller): Promise<KibanaResponse> {
    const { method, path, body, headers = { 'kbn-xsrf': 'test' }, signal } = request;
    if (method !== 'get' && headers['kbn-xsrf'] === undefined) {
      return errorAnswer(400, 'Request must contain a kbn-xsrf header.');
    }
    const [pathname = '', search = ''] = path.split('?');
    for (const { method: ofRoute, config, handler } of this.routes) {
      const params = ofRoute === method ? matchPath(config.path, pathname) : undefined;
      if (params === undefined) continue;
      checkPrivileges(config, this.rule, caller);
      const { validate: validators } = config;
      const valid: KibanaRequest = {
        params: validate('params', validators.params, params),
        query: validate('query', validators.query, queryOf(new URLSearchParams(search))),
        body: validate('body', validators.body, body ?? null),
        events: { aborted$: abortedOf(signal) },
      };
      return handler(caller.context, valid, responses);
    }
    return errorAnswer(404, 'Not Found');
  }
}
