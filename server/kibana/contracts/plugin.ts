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
 * This folder holds what is used of Kibana 8.12, a service a file, member by member, written down
 * from how it behaves: Kibana publishes no packages of types. Nothing here exists at run time.
 */

export interface CoreSetup {
  readonly http: {
    createRouter(): Router;
    /** Undefined where `server.publicBaseUrl` is not set. */
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
