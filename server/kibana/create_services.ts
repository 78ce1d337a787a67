import { version } from '../../package.json';
import type { Day } from '../../common/time';
import { RunService } from '../app/runs';
import { waitFor } from '../app/basics';
import { checkedClient } from '../elastic/asking';
import { ensureIndices } from '../elastic/results';
import type { ConfiguredChannel } from '../delivery';
import type { Services } from '../wiring';
import type {
  ClusterClient,
  Logger,
  CoreStart,
  StartDependencies,
  EncryptedSavedObjectsSetup,
  SecuritySetup,
  SecurityStart,
  TaskManagerStart,
} from './contracts';
import type { CredentialPorts } from './credentials';
import { createKeyStore, type KeyStore } from './schedule/key_store';
import { createSavedLedger } from './messages/saved_ledger';
import { testedIn } from './known_version';
import { pageLink } from './page_link';
import type { PublicBase } from './public_base';
import { limitOldKey } from './schedule/limit_old_key';
import { removeAll } from './remove_all';
import { savedSettings } from './saved_settings';
import { KEY_TYPE, SAVED_OBJECT_TYPES } from './saved_object_types';
import { readSchedule, type ScheduleRecord } from './schedule/schedule_record';
import { createScheduleService } from './schedule/schedule_service';

/** What Kibana provides during setup, and once it has started. */
export interface DoorParts {
  readonly core: CoreStart;
  readonly dependencies: StartDependencies;
  /** From the setup; undefined if the plugin is not there. */
  readonly security: SecuritySetup | undefined;
  readonly encryption: EncryptedSavedObjectsSetup | undefined;
  readonly kibanaVersion: string;
  /** How long the key of the schedule works. */
  readonly keyLifespanMs: number;
  readonly channels: readonly ConfiguredChannel[];
  /** Where people open Kibana. */
  readonly publicBase: PublicBase;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Kibana's services, and what its task needs in addition to them. */
export interface Door {
  readonly services: Services;
  readonly keys: KeyStore;
  readonly tasks: TaskManagerStart;
  readonly cluster: ClusterClient;
  /** Undefined if security is off, or not installed. */
  readonly security: () => SecurityStart | undefined;
  readonly schedule: () => Promise<ScheduleRecord>;
  /** Where the page shows a day in a space of Kibana; empty if its address is not known. */
  readonly linkIn: (day: Day, space: string) => string;
  /** Gives an end to a key that an earlier version granted without one. */
  readonly limitOldKey: () => Promise<void>;
}

/** Creates the services for routes and the task. */
export function createDoor(parts: DoorParts): Door {
  const {
    core,
    dependencies,
    security,
    encryption,
    kibanaVersion,
    keyLifespanMs,
    publicBase,
    log,
    now,
  } = parts;
  const { url: publicBaseUrl, noLink } = publicBase;
  const { taskManager: tasks } = dependencies;
  // Checked each time: the license may change while Kibana runs.
  const startedSecurity = () => (security?.license.isEnabled() ? dependencies.security : undefined);
  const repository = core.savedObjects.createInternalRepository(SAVED_OBJECT_TYPES);
  const decrypting = dependencies.encryptedSavedObjects?.getClient({
    includedHiddenTypes: [KEY_TYPE],
  });
  const keys = createKeyStore(core.savedObjects, repository, decrypting);
  const settings = savedSettings(repository, now);
  const credentials: CredentialPorts = {
    keys,
    now,
    log,
    lifespanMs: keyLifespanMs,
    canEncrypt: encryption?.canEncrypt ?? false,
    get security(): CredentialPorts['security'] {
      const authc = startedSecurity()?.authc;
      return (
        authc && { apiKeys: authc.apiKeys, userOf: (request) => authc.getCurrentUser(request) }
      );
    },
  };
  return {
    keys,
    tasks,
    cluster: core.elasticsearch.client,
    security: startedSecurity,
    schedule: () => readSchedule(repository),
    linkIn: (day, space) => pageLink(publicBaseUrl, day, space),
    limitOldKey: () => limitOldKey(repository, keyLifespanMs, now()),
    services: {
      host: {
        kind: 'kibana',
        name: `Kibana ${kibanaVersion}`,
        version,
        tested: testedIn(kibanaVersion),
      },
      security: () => Promise.resolve(startedSecurity() !== undefined),
      runs: new RunService(now, waitFor),
      settings,
      schedule: createScheduleService({ repository, tasks, settings, credentials, now }),
      // Kibana's own user may manage templates, and has no rights on the indices themselves.
      notifying: {
        channels: parts.channels,
        ledger: createSavedLedger(repository),
        publicUrl: publicBaseUrl === undefined ? null : `${publicBaseUrl}/app/logwave`,
        noLink,
        since: now(),
      },
      ensureIndices: ({ client }, signal) =>
        ensureIndices(client, signal, checkedClient(core.elasticsearch.client.asInternalUser)),
      removeAll: () => removeAll({ repository, tasks, credentials }),
      log,
      now,
    },
  };
}
