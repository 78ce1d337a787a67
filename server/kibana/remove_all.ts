import { ApiError } from '../../common/api';
import type { SavedObjectsRepository, TaskManagerStart } from './contracts';
import { dropKeys, type CredentialPorts } from './credentials';
import { isMissing } from './saved_object_error';
import { SAVED_OBJECT_TYPES } from './saved_object_types';
import { NO_SCHEDULE, writeSchedule } from './schedule/schedule_record';
import { removeMessages, removeTask, storedTask } from './schedule/task_schedule';

/** More than there ever are at once. The rest is found by the next round. */
const PAGE = 1000;

/** Without its saved object, nobody would know about a key that still works. */
const KEY_LEFT =
  'The schedule is off, but its API key could not be invalidated, see the log of Kibana. Nothing else was removed: try again when Elasticsearch answers.';

interface RemovePorts {
  readonly repository: SavedObjectsRepository;
  readonly tasks: TaskManagerStart;
  readonly credentials: CredentialPorts;
}

async function removeObject(
  repository: SavedObjectsRepository,
  type: string,
  id: string,
): Promise<void> {
  try {
    await repository.delete(type, id);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Deletes every object of a type; returns how many there were. */
async function removeObjects(repository: SavedObjectsRepository, type: string): Promise<number> {
  for (let removed = 0; ;) {
    const { saved_objects: found } = await repository.find({ type, perPage: PAGE });
    if (found.length === 0) return removed;
    for (const { id } of found) await removeObject(repository, type, id);
    removed += found.length;
  }
}

/**
 * Removes everything that Kibana stores for us, so that the plugin can be removed: objects of a
 * type that no plugin registers stop the next upgrade of Kibana. It can be repeated safely.
 *
 * The schedule goes first, so that a task that is running begins nothing more.
 *
 * @returns a sentence for each thing done
 * @throws ApiError if a key is still valid: its saved object is kept, so that it can be tried again
 */
export async function removeAll(ports: RemovePorts): Promise<string[]> {
  const { repository, tasks, credentials } = ports;
  const done: string[] = [];
  await writeSchedule(repository, NO_SCHEDULE);
  if ((await storedTask(tasks)) !== undefined) done.push('The task was removed.');
  await removeTask(tasks);
  await removeMessages(tasks);
  const keys = await dropKeys(await credentials.keys.list(), credentials);
  if (keys > 0) done.push('The schedule is off and its key invalidated.');
  if ((await credentials.keys.list()).length > 0) {
    throw new ApiError('elasticsearch_refused', KEY_LEFT, { done });
  }
  let objects = 0;
  for (const type of SAVED_OBJECT_TYPES) objects += await removeObjects(repository, type);
  done.push(`Saved objects were deleted: ${objects}.`);
  return done;
}
