import { ApiError } from '../../../common/api';
import type { SavedObjectsRepository } from '../contracts';
import type { KeySpan } from './key_span';
import { isConflict, isMissing } from '../saved_object_error';
import { SCHEDULE_TYPE } from '../saved_object_types';

/** There is one schedule for this Kibana. */
const SCHEDULE_ID = 'schedule';

/** The schedule as the last user turned it on or off. */
export interface ScheduleRecord {
  readonly enabled: boolean;
  /** The interval as task manager writes it: `1h`. */
  readonly interval: string;
  /** Whether the schedule tags what it analyzes. */
  readonly tag: boolean;
  /** The user in whose name it runs; null without a user. */
  readonly user: string | null;
  readonly enabled_at: string | null;
  /** The saved object with its key; null if none is needed, since security is off. */
  readonly key_object: string | null;
  /** The span in which the key works; null if there is none. */
  readonly key_span: KeySpan | null;
  /** The type of the user's realm; null if not known. */
  readonly user_realm: string | null;
}

/** The record with the version that a change must name; null before the first. */
export interface StoredSchedule {
  readonly record: ScheduleRecord;
  readonly version: string | null;
}

/** The record before anybody has switched the schedule on. */
export const NO_SCHEDULE: ScheduleRecord = {
  enabled: false,
  interval: '1h',
  tag: false,
  user: null,
  enabled_at: null,
  key_object: null,
  key_span: null,
  user_realm: null,
};

/** The stored record, completed with what earlier versions lack. */
export async function readStoredSchedule(
  repository: SavedObjectsRepository,
): Promise<StoredSchedule> {
  try {
    const { attributes, version = null } = await repository.get<Partial<ScheduleRecord>>(
      SCHEDULE_TYPE,
      SCHEDULE_ID,
    );
    return { record: { ...NO_SCHEDULE, ...attributes }, version };
  } catch (error) {
    if (isMissing(error)) return { record: NO_SCHEDULE, version: null };
    throw error;
  }
}

export async function readSchedule(repository: SavedObjectsRepository): Promise<ScheduleRecord> {
  return (await readStoredSchedule(repository)).record;
}

/**
 * Replaces what was read.
 *
 * @throws ApiError if somebody else has written since
 */
export async function changeSchedule(
  repository: SavedObjectsRepository,
  record: ScheduleRecord,
  version: string | null,
): Promise<void> {
  const expected = version === null ? {} : { overwrite: true, version };
  try {
    await repository.create(SCHEDULE_TYPE, record, { id: SCHEDULE_ID, ...expected });
  } catch (error) {
    if (!isConflict(error) && !isMissing(error)) throw error;
    const words = 'Someone else has changed the schedule since: look at it again, then change it.';
    throw new ApiError('settings_conflict', words);
  }
}

/** Replaces the stored record, whatever its version. */
export async function writeSchedule(
  repository: SavedObjectsRepository,
  record: ScheduleRecord,
): Promise<void> {
  await repository.create(SCHEDULE_TYPE, record, { id: SCHEDULE_ID, overwrite: true });
}
