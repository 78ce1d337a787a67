import type { Client } from '@elastic/elasticsearch';

/**
 * What is used of Kibana 8.12, member by member, written down from how it behaves: Kibana publishes
 * no packages of types. Nothing here exists at run time.
 */

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface PluginInitializerContext {
  readonly logger: { get(...names: string[]): Logger };
  readonly env: { readonly packageInfo: { readonly version: string } };
}

/** Only told whether it has ended; Kibana's are of RxJS. */
export interface Observable {
  subscribe(next: () => void): { unsubscribe(): void };
}

export interface KibanaRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly events: { readonly aborted$: Observable };
}

/** Enough to make a client of: not a request that somebody sent. */
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

/** Opaque: made by the factory, handed back to Kibana. */
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

export interface SavedObject<Attributes> {
  readonly id: string;
  readonly version?: string;
  readonly attributes: Attributes;
}

export interface SavedObjectsType {
  readonly name: string;
  readonly hidden: boolean;
  readonly namespaceType: 'agnostic';
  readonly mappings: { readonly dynamic: false; readonly properties: Readonly<object> };
  readonly modelVersions: Readonly<Record<string, { readonly changes: readonly object[] }>>;
}

export interface CreateOptions {
  readonly id?: string;
  readonly overwrite?: boolean;
  readonly version?: string;
}

/** What the internal repository and a user's client have in common. */
export interface SavedObjectsRepository {
  get<Attributes>(type: string, id: string): Promise<SavedObject<Attributes>>;
  create<Attributes>(
    type: string,
    attributes: Attributes,
    options?: CreateOptions,
  ): Promise<SavedObject<Attributes>>;
  delete(type: string, id: string): Promise<unknown>;
  find<Attributes>(options: {
    readonly type: string;
    readonly perPage: number;
  }): Promise<{ readonly saved_objects: readonly SavedObject<Attributes>[] }>;
}

export interface SavedObjectsStart {
  createInternalRepository(includedHiddenTypes: readonly string[]): SavedObjectsRepository;
  getScopedClient(
    request: KibanaRequest,
    options: {
      readonly includedHiddenTypes: readonly string[];
      readonly excludedExtensions: readonly string[];
    },
  ): SavedObjectsRepository;
}

export interface CoreSetup {
  readonly http: { createRouter(): Router };
  readonly savedObjects: { registerType(type: SavedObjectsType): void };
  getStartServices(): Promise<[CoreStart, StartDependencies, unknown]>;
}

export interface CoreStart {
  readonly elasticsearch: { readonly client: ClusterClient };
  readonly savedObjects: SavedObjectsStart;
}

/** What a level of a feature lets its holder do. */
export interface FeaturePrivilege {
  readonly app: readonly string[];
  readonly api: readonly string[];
  readonly ui: readonly string[];
  readonly savedObject: { readonly all: readonly string[]; readonly read: readonly string[] };
}

export interface KibanaFeature {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: { readonly id: string; readonly label: string; readonly order: number };
  readonly order: number;
  readonly app: readonly string[];
  readonly privileges: { readonly all: FeaturePrivilege; readonly read?: FeaturePrivilege };
}

export interface FeaturesSetup {
  registerKibanaFeature(feature: KibanaFeature): void;
}

export interface TaskRunResult {
  readonly state: Readonly<Record<string, unknown>>;
  readonly schedule?: { readonly interval: string };
}

export interface TaskInstance {
  readonly id: string;
  readonly taskType: string;
  readonly schedule?: { readonly interval: string };
  readonly params: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, unknown>>;
}

/** A task as task manager keeps it. */
export interface StoredTask extends TaskInstance {
  readonly status: string;
  readonly runAt: Date;
}

export interface TaskRunner {
  run(): Promise<TaskRunResult>;
  cancel(): Promise<void>;
}

export interface TaskDefinition {
  readonly title: string;
  readonly description: string;
  readonly timeout: string;
  readonly stateSchemaByVersion: Readonly<
    Record<
      number,
      {
        readonly schema: unknown;
        readonly up: (state: Readonly<Record<string, unknown>>) => Record<string, unknown>;
      }
    >
  >;
  createTaskRunner(context: { readonly taskInstance: TaskInstance }): TaskRunner;
}

export interface TaskManagerSetup {
  registerTaskDefinitions(definitions: Readonly<Record<string, TaskDefinition>>): void;
}

export interface TaskManagerStart {
  get(id: string): Promise<StoredTask>;
  ensureScheduled(task: TaskInstance): Promise<unknown>;
  bulkUpdateSchedules(
    ids: readonly string[],
    schedule: { readonly interval: string },
  ): Promise<unknown>;
  runSoon(id: string): Promise<unknown>;
  removeIfExists(id: string): Promise<void>;
}

export interface RoleDescriptor {
  readonly cluster: readonly string[];
  readonly indices: readonly {
    readonly names: readonly string[];
    readonly privileges: readonly string[];
  }[];
}

/** A key as it was granted; the only moment at which `api_key` is told. */
export interface GrantedKey {
  readonly id: string;
  readonly api_key: string;
}

export interface ApiKeys {
  areAPIKeysEnabled(): Promise<boolean>;
  /** Null where the licence has switched security off. */
  grantAsInternalUser(
    request: KibanaRequest,
    params: {
      readonly name: string;
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
  /** `api_key` where the caller came with one. */
  readonly authentication_type: string;
}

export interface Authorization {
  readonly actions: { readonly api: { get(operation: string): string } };
  readonly mode: { useRbacForRequest(request: KibanaRequest): boolean };
  checkPrivilegesDynamicallyWithRequest(
    request: KibanaRequest,
  ): (privileges: {
    readonly kibana: readonly string[];
  }) => Promise<{ readonly hasAllRequested: boolean }>;
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

export interface EncryptedSavedObjectsSetup {
  readonly canEncrypt: boolean;
  registerType(type: {
    readonly type: string;
    readonly attributesToEncrypt: ReadonlySet<string>;
  }): void;
}

export interface EncryptedSavedObjectsClient {
  getDecryptedAsInternalUser<Attributes>(
    type: string,
    id: string,
  ): Promise<SavedObject<Attributes>>;
}

export interface EncryptedSavedObjectsStart {
  getClient(options: {
    readonly includedHiddenTypes: readonly string[];
  }): EncryptedSavedObjectsClient;
}

export interface SetupDependencies {
  readonly features: FeaturesSetup;
  readonly taskManager: TaskManagerSetup;
  readonly security?: SecuritySetup;
  readonly encryptedSavedObjects?: EncryptedSavedObjectsSetup;
}

export interface StartDependencies {
  readonly taskManager: TaskManagerStart;
  readonly security?: SecurityStart;
  readonly encryptedSavedObjects?: EncryptedSavedObjectsStart;
}
