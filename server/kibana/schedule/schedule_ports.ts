import type { SettingsStore } from '../../wiring';
import type { SavedObjectsRepository, TaskManagerStart } from '../contracts';
import type { CredentialPorts } from '../credentials';

/** What the schedule works with. */
export interface SchedulePorts {
  readonly repository: SavedObjectsRepository;
  readonly tasks: TaskManagerStart;
  readonly settings: SettingsStore;
  readonly credentials: CredentialPorts;
  readonly now: () => Date;
}
