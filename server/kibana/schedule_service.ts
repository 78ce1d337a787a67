import type { Client } from '@elastic/elasticsearch';
import { ApiError } from '../../common/api/errors';
import type { Schedule } from '../../common/api/get_schedule';
import type { Settings } from '../../common/settings/settings';
import { fetchMissingRights, missingRightsInWords } from '../elastic/fetch_index_rights';
import type { Caller } from '../routes/caller';
import type { ScheduleService, SettingsStore } from '../routes/services';
import { asKibanaRequest } from './caller';
import type { SavedObjectsRepository } from './contracts/saved_objects';
import type { TaskManagerStart } from './contracts/task_manager';
import { dropKeys, grantKey, keyObstacles, type CredentialPorts } from './credentials';
import {
  areSameRights,
  neededRights,
  OWN_INDICES,
  OWN_PRIVILEGES,
  sourcePrivileges,
  type KeyRights,
} from './key_rights';
import { readSchedule, writeSchedule } from './schedule_record';
import { removeTask, runTaskSoon, scheduleTask, storedTask } from './task_schedule';
import { lastRunIn } from './task_state';

export interface SchedulePorts {
  readonly repository: SavedObjectsRepository;
  readonly tasks: TaskManagerStart;
  readonly settings: SettingsStore;
  readonly credentials: CredentialPorts;
  readonly now: () => Date;
}

/** Refuses where the user himself lacks what the schedule is to do in his name. */
async function checkRights(client: Client, rights: KeyRights, signal: AbortSignal): Promise<void> {
  const logs = sourcePrivileges(rights.tag);
  const missing = [
    ...(await fetchMissingRights(client, rights.patterns.join(','), logs, signal)),
    ...(await fetchMissingRights(client, OWN_INDICES, OWN_PRIVILEGES, signal)),
  ].map(missingRightsInWords);
  if (missing.length === 0) return;
  const words = `The schedule would work with your rights, and these do not suffice: ${missing.join('; ')}.`;
  throw new ApiError('forbidden_in_elasticsearch', words, { missing });
}

async function status({ repository, tasks, credentials }: SchedulePorts): Promise<Schedule> {
  const { enabled, interval, tag, user, enabled_at } = await readSchedule(repository);
  const task = await storedTask(tasks);
  const obstacles = await keyObstacles(credentials);
  return {
    enabled,
    interval,
    tag,
    user,
    enabled_at,
    last_run: task === undefined ? null : lastRunIn(task.state),
    next_run: enabled && task !== undefined ? task.runAt.toISOString() : null,
    obstacles: obstacles.map(({ words }) => words),
  };
}

async function enable(
  caller: Caller,
  options: { readonly interval: string; readonly tag: boolean },
  ports: SchedulePorts,
  signal: AbortSignal,
): Promise<void> {
  const { repository, tasks, settings, credentials, now } = ports;
  const { interval, tag } = options;
  const rights = neededRights((await settings.load(signal)).settings, tag);
  if (credentials.security !== undefined) await checkRights(caller.client, rights, signal);
  const key_object = await grantKey(asKibanaRequest(caller), rights, credentials);
  await writeSchedule(repository, {
    enabled: true,
    interval,
    tag,
    user: caller.name,
    enabled_at: now().toISOString(),
    key_object,
  });
  // Only now is the key of before out of use.
  await dropKeys(key_object, credentials);
  await scheduleTask(tasks, interval);
  await runTaskSoon(tasks);
}

async function disable({ repository, tasks, credentials }: SchedulePorts): Promise<void> {
  const record = await readSchedule(repository);
  if (record.enabled) {
    await writeSchedule(repository, { ...record, enabled: false, key_object: null });
  }
  await removeTask(tasks);
  await dropKeys(null, credentials);
}

async function needsKey(ports: SchedulePorts, settings: Settings): Promise<boolean> {
  const { enabled, tag, key_object: id } = await readSchedule(ports.repository);
  if (!enabled || id === null) return false;
  const key = (await ports.credentials.keys.list()).find((kept) => kept.id === id);
  return key === undefined || !areSameRights(key, neededRights(settings, tag));
}

/**
 * The schedule as task manager runs it, in the name of the user who switched it on.
 *
 * Each step can be done twice: where one is cut off, switching on or off again mends it.
 */
export function createScheduleService(ports: SchedulePorts): ScheduleService {
  return {
    status: () => status(ports),
    async enable(caller, options, signal) {
      await enable(caller, options, ports, signal);
      return status(ports);
    },
    async disable() {
      await disable(ports);
      return status(ports);
    },
    needsKey: (settings) => needsKey(ports, settings),
  };
}
