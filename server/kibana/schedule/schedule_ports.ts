import type { SettingsStore } from '../../wiring/services';
import type { SavedObjectsRepository } from '../contracts/saved_objects';
import type { TaskManagerStart } from '../contracts/task_manager';
import type { CredentialPorts } from '../credentials';

/** What the schedule works with. */
export interface SchedulePorts {
  readonly repository: SavedObjectsRepository;
  readonly tasks: TaskManagerStart;
  readonly settings: SettingsStore;
  readonly credentials: CredentialPorts;
  readonly now: () => Date;
}
