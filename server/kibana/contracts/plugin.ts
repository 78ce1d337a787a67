import type { AlertingSetup } from './alerting';
import type { FeaturesSetup } from './features';
import type { ClusterClient, Router } from './http';
import type {
  EncryptedSavedObjectsSetup,
  EncryptedSavedObjectsStart,
  SavedObjectsStart,
  SavedObjectsType,
} from './saved_objects';
import type { SecuritySetup, SecurityStart } from './security';
import type { TaskManagerSetup, TaskManagerStart } from './task_manager';

/*
 * This folder has the parts of Kibana 8.12 that are used, one service in each file, member by
 * member, written down from its behavior: Kibana publishes no packages of types. Nothing here
 * exists at run time.
 */

export interface CoreSetup {
  readonly http: {
    createRouter(): Router;
    /** Undefined if `server.publicBaseUrl` is not set. */
    readonly basePath: { readonly publicBaseUrl?: string | undefined };
  };
  readonly savedObjects: { registerType(type: SavedObjectsType): void };
  getStartServices(): Promise<[CoreStart, StartDependencies, unknown]>;
}

export interface CoreStart {
  readonly elasticsearch: { readonly client: ClusterClient };
  readonly savedObjects: SavedObjectsStart;
}

export interface SetupDependencies {
  readonly features: FeaturesSetup;
  readonly taskManager: TaskManagerSetup;
  readonly alerting?: AlertingSetup;
  readonly security?: SecuritySetup;
  readonly encryptedSavedObjects?: EncryptedSavedObjectsSetup;
}

export interface StartDependencies {
  readonly taskManager: TaskManagerStart;
  readonly security?: SecurityStart;
  readonly encryptedSavedObjects?: EncryptedSavedObjectsStart;
}
