import type { SettingsStore } from '../../wiring';
import type { SavedObjectsRepository, TaskManagerStart } from '../contracts';
import type { CredentialPorts } from '../credentials';

/** The ports of the schedule. */
export interface SchedulePorts {
  readonly repository: SavedObjectsRepository;
  readonly tasks: TaskManagerStart;
  readonly settings: SettingsStore;
  readonly credentials: CredentialPorts;
  readonly now: () => Date;
}
