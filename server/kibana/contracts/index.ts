export type {
  AlertContext,
  AlertFactory,
  AlertingSetup,
  AlertsClient,
  HeldAlert,
  RuleRun,
  RuleServices,
  RuleType,
} from './alerting';
export type { FeaturePrivilege, FeaturesSetup, KibanaFeature, RuleEntry } from './features';
export type {
  ClusterClient,
  FakeRequest,
  KibanaRequest,
  RequestContext,
  RequestHandler,
  RouteConfig,
  Router,
  ScopedClusterClient,
  ValidationFunction,
} from './http';
export type { Logger, PluginInitializerContext } from './logger';
export type { CoreSetup, CoreStart, SetupDependencies, StartDependencies } from './plugin';
export type {
  EncryptedSavedObjectsClient,
  EncryptedSavedObjectsSetup,
  EncryptedType,
  SavedObject,
  SavedObjectsRepository,
  SavedObjectsStart,
  SavedObjectsType,
} from './saved_objects';
export type {
  ApiKeys,
  AuthenticatedUser,
  GrantedKey,
  RoleDescriptor,
  SecuritySetup,
  SecurityStart,
} from './security';
export type {
  StoredTask,
  TaskDefinition,
  TaskInstance,
  TaskManagerStart,
  TaskRunner,
  TaskRunResult,
} from './task_manager';
