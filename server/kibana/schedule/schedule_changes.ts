import type { Client } from '../../elastic/client';
import { ApiError } from '../../../common/api';
import { missingRightsInWords, OWN_INDICES } from '../../app/basics';
import { fetchMissingRights } from '../../elastic/asking';
import type { Caller, ScheduleOptions } from '../../wiring';
import { assertMayTag } from '../../routes';
import { asKibanaRequest } from '../caller';
import { dropKeys, grantKey } from '../credentials';
import type { KeptKey } from './key_record';
import { neededRights, OWN_PRIVILEGES, sourcePrivileges, type KeyRights } from './key_rights';
import { keyPhase } from './key_span';
import {
  changeSchedule,
  readStoredSchedule,
  writeSchedule,
  type ScheduleRecord,
  type StoredSchedule,
} from './schedule_record';
import type { SchedulePorts } from './schedule_ports';
import { isTaskAtWork, removeTask, runTaskSoon, scheduleTask, storedTask } from './task_schedule';
import { lastRunIn } from './task_state';

/** Refuses if the user lacks a right that the schedule needs in the name of this user. */
async function checkRights(client: Client, rights: KeyRights, signal: AbortSignal): Promise<void> {
  const logs = sourcePrivileges(rights.tag);
  const missing = [
    ...(await fetchMissingRights(client, rights.patterns.join(','), logs, signal)),
    ...(await fetchMissingRights(client, OWN_INDICES, OWN_PRIVILEGES, signal)),
  ].map(missingRightsInWords);
  if (missing.length === 0) return;
  const words = `The schedule works with your rights, and some are missing: ${missing.join('; ')}.`;
  throw new ApiError('forbidden_in_elasticsearch', words, { missing });
}

/** The contents of the record other than the key. */
type Wished = Omit<ScheduleRecord, 'key_object' | 'key_span' | 'user_realm'>;

/**
 * Grants a key in the caller's name and makes the schedule use it. Of two that do so at once the
 * second is refused, and its key is dropped.
 *
 * @returns the keys that were stored before: they are now unused
 * @throws ApiError with a sentence about the obstacle
 */
async function workWithNewKey(
  caller: Caller,
  { version }: StoredSchedule,
  wished: Wished,
  { repository, settings, credentials }: SchedulePorts,
  signal: AbortSignal,
): Promise<readonly KeptKey[]> {
  const rights = neededRights((await settings.load(signal)).settings, wished.tag);
  if (credentials.security !== undefined) await checkRights(caller.client, rights, signal);
  const before = await credentials.keys.list();
  const granted = await grantKey(asKibanaRequest(caller), rights, credentials);
  const { kept, realm, granted_at = '', expires_at = '' } = granted ?? {};
  const key_span = granted === null ? null : { granted_at, expires_at };
  const key = { key_object: kept?.id ?? null, key_span, user_realm: realm ?? null };
  try {
    await changeSchedule(repository, { ...wished, ...key }, version);
  } catch (error) {
    await dropKeys(kept === undefined ? [] : [kept], credentials);
    throw error;
  }
  return before;
}

/** Switches the schedule on in the caller's name, or changes it. */
export async function enableSchedule(
  caller: Caller,
  { interval, tag }: ScheduleOptions,
  ports: SchedulePorts,
  signal: AbortSignal,
): Promise<void> {
  const { repository, tasks, credentials, now } = ports;
  const stored = await readStoredSchedule(repository);
  const enabled_at = now().toISOString();
  const wished = { enabled: true, interval, tag, user: caller.name, enabled_at };
  const unused = await workWithNewKey(caller, stored, wished, ports, signal);
  await dropKeys(unused, credentials);
  await scheduleTask(tasks, interval);
  await runTaskSoon(tasks);
}

/** @throws ApiError if there is nothing to renew, or the caller is somebody else */
async function assertRenewable(caller: Caller, { enabled, user, tag }: ScheduleRecord) {
  if (!enabled)
    throw new ApiError('schedule_off', 'The schedule is off: there is no key to renew.');
  if (user !== caller.name) {
    const words = `The schedule works in the name of ${user ?? 'no user'}, and only that user can renew its key. Turn the schedule on again to let it work in your name.`;
    throw new ApiError('forbidden', words);
  }
  await assertMayTag(caller, tag);
}

/**
 * Gives the schedule a new key of the same user with a new end, if all rights still exist. A
 * running task continues with the earlier key, which is dropped the next time.
 */
export async function renewKey(
  caller: Caller,
  ports: SchedulePorts,
  signal: AbortSignal,
): Promise<void> {
  const { repository, tasks, credentials, now } = ports;
  const stored = await readStoredSchedule(repository);
  const { record } = stored;
  await assertRenewable(caller, record);
  if (credentials.security === undefined) return;
  const unused = await workWithNewKey(caller, stored, record, ports, signal);
  const task = await storedTask(tasks);
  if (task !== undefined && isTaskAtWork(task)) return;
  await dropKeys(unused, credentials);
  const { key_span: span } = record;
  const wasRefused = task !== undefined && lastRunIn(task.state)?.outcome === 'refused';
  const hasStoodStill = span === null || keyPhase(span, now()) === 'expired' || wasRefused;
  if (hasStoodStill) await runTaskSoon(tasks);
}

/** Switches the schedule off; its key is invalidated. */
export async function disableSchedule(ports: SchedulePorts): Promise<void> {
  const { repository, tasks, credentials } = ports;
  const { record } = await readStoredSchedule(repository);
  if (record.enabled) {
    const off = { enabled: false, key_object: null, key_span: null, user_realm: null };
    await writeSchedule(repository, { ...record, ...off });
  }
  await removeTask(tasks);
  await dropKeys(await credentials.keys.list(), credentials);
}
