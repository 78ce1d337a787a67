import type { Client } from '@elastic/elasticsearch';
import { MS_PER_DAY } from '../../common/time';
import { PRIVILEGES, type Privilege } from '../../common/api/basics/endpoint';
import type { PluginConfig } from '../../server/kibana/config_schema';
import type { KibanaFeature } from '../../server/kibana/contracts/features';
import type { KibanaRequest } from '../../server/kibana/contracts/http';
import type {
  CoreSetup,
  CoreStart,
  SetupDependencies,
  StartDependencies,
} from '../../server/kibana/contracts/plugin';
import type { EncryptedType, SavedObjectsType } from '../../server/kibana/contracts/saved_objects';
import type { SecuritySetup, SecurityStart } from '../../server/kibana/contracts/security';
import type { TaskDefinition } from '../../server/kibana/contracts/task_manager';
import { apiPrivilege } from '../../server/kibana/privileges';
import { LogwavePlugin } from '../../server/plugin';
import { FakeApiKeys } from '../fixtures/fake_credentials';
import { FakeSavedObjects } from '../fixtures/fake_saved_objects';
import { FakeTaskManager } from '../fixtures/fake_task_manager';
import type { ContractAnswer, ContractRequest, Door } from './door';
import { FakeFeatureRegistry } from './fake_feature_registry';
import { type FeatureRule, kibanaFacts } from './kibana_facts';
import { FakeKibanaRouter, type RouteRule } from './fake_kibana_router';

export interface FakeKibanaOptions {
  /** Stands for the caller's and for Kibana's own. */
  readonly client: Client;
  readonly isSecured: boolean;
  /** Of which version the router is; of 8.12 where not given. */
  readonly routeRule?: RouteRule;
  /** `logwave.notify` of kibana.yml. */
  readonly notify?: unknown;
  /** `server.publicBaseUrl` of kibana.yml. */
  readonly publicBaseUrl?: string;
}

/** A Kibana with the plugin in it: the host, and what the plugin has registered. */
export interface FakeKibana {
  readonly door: Door;
  /** From a caller who has every privilege, but in one space only. */
  readonly callInOneSpace: (request: ContractRequest) => Promise<ContractAnswer>;
  readonly router: FakeKibanaRouter;
  readonly features: readonly KibanaFeature[];
  readonly types: readonly SavedObjectsType[];
  readonly encryptedTypes: readonly EncryptedType[];
  readonly tasks: readonly TaskDefinition[];
  /** What the plugin has logged as an error. */
  readonly errors: readonly string[];
}

const CONFIG: PluginConfig = {
  schedule: { keyLifespan: { asDays: () => 30, asMilliseconds: () => 30 * MS_PER_DAY } },
};
const USER = { username: 'ann', authentication_type: 'realm' };

/** The privileges of a caller in the space of the request, and those in all spaces. */
interface Granted {
  readonly here: ReadonlySet<string>;
  readonly everywhere: ReadonlySet<string>;
}

/** Which privileges the caller was granted, by request object. */
class Grants {
  private readonly granted = new WeakMap<KibanaRequest, Granted>();
  private latest: Granted = { here: new Set(), everywhere: new Set() };

  /** The next request comes from a caller with these, in its space or in all spaces. */
  next(privileges: readonly Privilege[], isInAllSpaces: boolean): ReadonlySet<string> {
    const here = new Set(privileges.map(apiPrivilege));
    this.latest = { here, everywhere: isInAllSpaces ? here : new Set() };
    return here;
  }

  /** A handler asks while its request is the latest; afterward it is remembered. */
  of(request: KibanaRequest): Granted {
    const known = this.granted.get(request) ?? this.latest;
    this.granted.set(request, known);
    return known;
  }
}

function hasAll(granted: ReadonlySet<string>) {
  return ({ kibana: actions }: { readonly kibana: readonly string[] }) =>
    Promise.resolve({
      hasAllRequested: actions.every((action) => granted.has(action.replace(/^api:/, ''))),
    });
}

function securityOf(grants: Grants): SecurityStart {
  return {
    authc: {
      apiKeys: new FakeApiKeys(() => new Date()),
      getCurrentUser: (request) => {
        grants.of(request);
        return USER;
      },
    },
    authz: {
      actions: { api: { get: (operation) => `api:${operation}` } },
      mode: { useRbacForRequest: () => true },
      checkPrivilegesDynamicallyWithRequest: (request) => hasAll(grants.of(request).here),
      checkPrivilegesWithRequest: (request) => ({
        globally: hasAll(grants.of(request).everywhere),
      }),
    },
  };
}

function coreOf(client: Client, savedObjects: FakeSavedObjects): CoreStart {
  return {
    elasticsearch: {
      client: { asInternalUser: client, asScoped: () => ({ asCurrentUser: client }) },
    },
    savedObjects: {
      createInternalRepository: () => savedObjects,
      getScopedClient: () => savedObjects,
    },
  };
}

/** What Kibana 8.12 asks of a feature. */
function featureRule(): FeatureRule {
  const rule = kibanaFacts.find(({ minor }) => minor === '8.12')?.facts.feature.value;
  if (rule === undefined) throw new Error('there are no facts about Kibana 8.12');
  return rule;
}

/** Starts the plugin in a Kibana that has only what the plugin sees of it. */
export function startFakeKibana(options: FakeKibanaOptions): FakeKibana {
  const { client, isSecured, routeRule = 'tags', publicBaseUrl } = options;
  const router = new FakeKibanaRouter(routeRule);
  const savedObjects = new FakeSavedObjects();
  const grants = new Grants();
  const registry = new FakeFeatureRegistry(featureRule());
  const types: SavedObjectsType[] = [];
  const encryptedTypes: EncryptedType[] = [];
  const tasks: TaskDefinition[] = [];
  const errors: string[] = [];
  const started: StartDependencies = {
    taskManager: new FakeTaskManager(),
    ...(isSecured ? { security: securityOf(grants) } : {}),
    encryptedSavedObjects: {
      getClient: () => ({
        getDecryptedAsInternalUser: (type, id) => savedObjects.get(type, id),
      }),
    },
  };
  const core: CoreSetup = {
    http: { createRouter: () => router, basePath: { publicBaseUrl } },
    savedObjects: { registerType: (type) => void types.push(type) },
    getStartServices: () => Promise.resolve([coreOf(client, savedObjects), started, undefined]),
  };
  const security: SecuritySetup = { license: { isEnabled: () => isSecured } };
  const dependencies: SetupDependencies = {
    features: registry,
    taskManager: { registerTaskDefinitions: (given) => void tasks.push(...Object.values(given)) },
    security,
    encryptedSavedObjects: {
      canEncrypt: true,
      registerType: (type) => void encryptedTypes.push(type),
    },
  };
  const logger = {
    info: () => undefined,
    warn: () => undefined,
    error: (line: string) => void errors.push(line),
  };
  const plugin = new LogwavePlugin({
    logger: { get: () => logger },
    config: { get: <T>() => ({ ...CONFIG, notify: options.notify }) as T },
    env: { packageInfo: { version: '8.12.2' } },
  });
  plugin.setup(core, dependencies);
  plugin.start();
  const callAs = (
    request: ContractRequest,
    privileges: readonly Privilege[],
    isInAllSpaces: boolean,
  ) =>
    router.call(request, {
      granted: grants.next(privileges, isInAllSpaces),
      isSecured,
      context: {
        core: Promise.resolve({ elasticsearch: { client: { asCurrentUser: client } } }),
      },
    });
  const call: Door['call'] = (request, privileges = PRIVILEGES) =>
    callAs(request, privileges, true);
  const callInOneSpace = (request: ContractRequest) => callAs(request, PRIVILEGES, false);
  const kind = { hasPrivileges: isSecured, keepsSettings: true };
  const door = { name: 'Kibana', ...kind, call, close: () => plugin.stop() };
  return {
    door,
    callInOneSpace,
    router,
    features: registry.features,
    types,
    encryptedTypes,
    tasks,
    errors,
  };
}
