import type { Schedule } from '../../../common/api';
import { describeError, type Caller } from '../../wiring';
import { fetchUserState } from '../../elastic/asking';
import { keyObstacles } from '../credentials';
import { isRenewalDue, keyPhase } from './key_span';
import { readSchedule, type ScheduleRecord } from './schedule_record';
import type { SchedulePorts } from './schedule_ports';
import { isRefused, scheduleWarning, type OwnerState } from './schedule_warning';
import { NO_KEY_GRANTED } from './task_identity';
import { storedTask } from './task_schedule';
import { lastRunIn } from './task_state';

/**
 * The realm in which Elasticsearch stores users itself. A user that is missing there was deleted.
 */
const NATIVE = 'native';

/** Whether the user still exists, as far as the caller may know. */
async function ownerState(
  caller: Caller,
  { user, user_realm: realm }: ScheduleRecord,
  { credentials }: SchedulePorts,
  signal: AbortSignal,
): Promise<OwnerState> {
  if (credentials.security === undefined || user === null) return null;
  try {
    const state = await fetchUserState(caller.client, user, signal);
    if (state === 'missing') return realm === NATIVE ? 'deleted' : null;
    return state === 'not_told' ? null : state;
  } catch (error) {
    if (signal.aborted) throw error;
    // The state of the schedule is available without Elasticsearch as well.
    credentials.log.warn(`whether ${user} is enabled is not known: ${describeError(error)}`);
    return null;
  }
}

/** The record, what the task did last, and whether the user still exists. */
async function readFacts(caller: Caller, ports: SchedulePorts, signal: AbortSignal) {
  const { repository, tasks } = ports;
  const record = await readSchedule(repository);
  const task = await storedTask(tasks);
  const lastRun = task === undefined ? null : lastRunIn(task.state);
  const hasKey = record.enabled && record.key_span !== null;
  const owner = hasKey ? await ownerState(caller, record, ports, signal) : null;
  return { record, task, lastRun, owner };
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

function keyOf(caller: Caller, facts: Facts, now: Date): Schedule['key'] {
  const { record, lastRun, owner } = facts;
  const { enabled, key_span: span, user } = record;
  if (!enabled || span === null) return null;
  const is_yours = user !== null && user === caller.name;
  // A revoked key must not come back by itself.
  const isRevoked = keyPhase(span, now) !== 'expired' && isRefused(span, lastRun);
  return { ...span, owner, is_yours, is_renewal_due: !isRevoked && isRenewalDue(span, now) };
}

async function warningOf(
  { record, lastRun, owner }: Facts,
  { settings, now }: SchedulePorts,
  signal: AbortSignal,
): Promise<string | null> {
  const { zone } = (await settings.load(signal)).settings;
  return scheduleWarning({ record, lastRun, owner, now: now(), zone });
}

/** What a user should do about the key; null if nothing needs to be done. */
export async function warningOfSchedule(
  caller: Caller,
  ports: SchedulePorts,
  signal: AbortSignal,
): Promise<string | null> {
  return warningOf(await readFacts(caller, ports, signal), ports, signal);
}

/** The state of the schedule, as far as the caller may know. */
export async function scheduleStatus(
  caller: Caller,
  ports: SchedulePorts,
  signal: AbortSignal,
): Promise<Schedule> {
  const facts = await readFacts(caller, ports, signal);
  const { record, task, lastRun } = facts;
  const { enabled, interval, tag, user, enabled_at } = record;
  const isUnkeyed =
    enabled && record.key_object === null && ports.credentials.security !== undefined;
  const obstacles = [
    ...(await keyObstacles(ports.credentials)).map(({ words }) => words),
    // Reported at once, and not only when the task has failed.
    ...(isUnkeyed ? [NO_KEY_GRANTED] : []),
  ];
  return {
    enabled,
    interval,
    tag,
    user,
    enabled_at,
    last_run: lastRun,
    next_run: enabled && task !== undefined ? task.runAt.toISOString() : null,
    obstacles,
    key: keyOf(caller, facts, ports.now()),
    warning: await warningOf(facts, ports, signal),
  };
}
