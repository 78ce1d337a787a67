import type { KibanaRequest } from './http';

export interface RoleDescriptor {
  readonly cluster: readonly string[];
  readonly indices: readonly {
    readonly names: readonly string[];
    readonly privileges: readonly string[];
  }[];
}

/** A key when it was granted: the only moment at which `api_key` is available. */
export interface GrantedKey {
  readonly id: string;
  readonly api_key: string;
  /** When it ends, in milliseconds since 1970; absent if it was granted without an end. */
  readonly expiration?: number;
}

export interface ApiKeys {
  areAPIKeysEnabled(): Promise<boolean>;
  /** Null if the license has switched security off. */
  grantAsInternalUser(
    request: KibanaRequest,
    params: {
      readonly name: string;
      /** How long it works, as Elasticsearch writes it: `30d`. */
      readonly expiration: string;
      readonly role_descriptors: Readonly<Record<string, RoleDescriptor>>;
      readonly metadata: Readonly<Record<string, unknown>>;
    },
  ): Promise<GrantedKey | null>;
  invalidateAsInternalUser(params: {
    readonly ids: readonly string[];
  }): Promise<{ readonly error_count: number } | null>;
}

export interface AuthenticatedUser {
  readonly username: string;
  /** `api_key` if the caller authenticated with one. */
  readonly authentication_type: string;
  /** Where the user is stored: `native` if Elasticsearch itself stores it. */
  readonly authentication_realm?: { readonly type: string };
}

type PrivilegeCheck = (privileges: {
  readonly kibana: readonly string[];
}) => Promise<{ readonly hasAllRequested: boolean }>;

export interface Authorization {
  readonly actions: { readonly api: { get(operation: string): string } };
  readonly mode: { useRbacForRequest(request: KibanaRequest): boolean };
  /** In the space of the request. */
  checkPrivilegesDynamicallyWithRequest(request: KibanaRequest): PrivilegeCheck;
  checkPrivilegesWithRequest(request: KibanaRequest): {
    /** In all spaces, including future ones. */
    readonly globally: PrivilegeCheck;
  };
}

export interface SecuritySetup {
  readonly license: { isEnabled(): boolean };
}

export interface SecurityStart {
  readonly authc: {
    readonly apiKeys: ApiKeys;
    getCurrentUser(request: KibanaRequest): AuthenticatedUser | null;
  };
  readonly authz: Authorization;
}
