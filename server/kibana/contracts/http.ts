import type { Client } from '@elastic/elasticsearch';

/** Only used to learn whether it has ended. Kibana's are from RxJS. */
export interface Observable {
  subscribe(next: () => void): { unsubscribe(): void };
}

export interface KibanaRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly events: { readonly aborted$: Observable };
}

/** Enough to make a client: not a request that somebody sent. */
export interface FakeRequest {
  readonly headers: Readonly<Record<string, string>>;
}

export interface ScopedClusterClient {
  readonly asCurrentUser: Client;
}

export interface ClusterClient {
  readonly asInternalUser: Client;
  asScoped(request: KibanaRequest | FakeRequest): ScopedClusterClient;
}

export interface RequestContext {
  readonly core: Promise<{
    readonly elasticsearch: { readonly client: ScopedClusterClient };
  }>;
}

/** Opaque: made by the factory, and passed back to Kibana. */
export interface KibanaResponse {
  readonly status: number;
}

export interface ErrorAnswer {
  readonly statusCode: number;
  readonly body: {
    readonly message: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
  };
}

export interface ResponseFactory {
  ok(options: { readonly body: unknown }): KibanaResponse;
  accepted(options: { readonly body: unknown }): KibanaResponse;
  customError(options: ErrorAnswer): KibanaResponse;
}

/** A validator's verdict on one part of a request; opaque. */
export type ValidationResult =
  { readonly value: unknown } | { readonly error: { readonly message: string } };

export interface ValidationResultFactory {
  ok(value: unknown): ValidationResult;
  badRequest(error: string): ValidationResult;
}

export type ValidationFunction = (
  data: unknown,
  factory: ValidationResultFactory,
) => ValidationResult;

export interface RouteConfig {
  readonly path: string;
  readonly validate: {
    readonly params: ValidationFunction;
    readonly query: ValidationFunction;
    readonly body?: ValidationFunction;
  };
  readonly options: { readonly access: 'public'; readonly tags: readonly string[] };
  /**
   * The required privileges, from 8.16 on. 8.12 only knows the tags, and from 9.1 on they are not
   * read.
   */
  readonly security: { readonly authz: { readonly requiredPrivileges: readonly string[] } };
}

export type RequestHandler = (
  context: RequestContext,
  request: KibanaRequest,
  response: ResponseFactory,
) => Promise<KibanaResponse>;

type Register = (config: RouteConfig, handler: RequestHandler) => void;

export interface Router {
  readonly get: Register;
  readonly post: Register;
  readonly put: Register;
  readonly delete: Register;
}
