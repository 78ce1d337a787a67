import type { SavedObjectsRepository } from './contracts/saved_objects';
import { isMissing } from './saved_object_error';
import { SCHEDULE_TYPE } from './saved_object_types';

/** There is one schedule for this Kibana. */
const SCHEDULE_ID = 'schedule';

/** How the schedule was left by whoever switched it on or off last. */
export interface ScheduleRecord {
  readonly enabled: boolean;
  /** As task manager writes intervals: `1h`. */
  readonly interval: string;
  /** Whether what the schedule analyses is tagged. */
  readonly tag: boolean;
  /** In whose name it runs; null where nobody is known. */
  readonly user: string | null;
  readonly enabled_at: string | null;
  /** The saved object with its key; null where none is needed, since security is off. */
  readonly key_object: string | null;
}

/** As it is before anybody has switched it on. */
export const NO_SCHEDULE: ScheduleRecord = {
  enabled: false,
  interval: '1h',
  tag: false,
  user: null,
  enabled_at: null,
  key_object: null,
};

export async function readSchedule(repository: SavedObjectsRepository): Promise<ScheduleRecord> {
  try {
    return (await repository.get<ScheduleRecord>(SCHEDULE_TYPE, SCHEDULE_ID)).attributes;
  } catch (error) {
    if (isMissing(error)) return NO_SCHEDULE;
    throw error;
  }
}

/** Replaces what was there: of two that write at once the later holds. */
export async function writeSchedule(
  repository: SavedObjectsRepository,
  record: ScheduleRecord,
): Promise<void> {
  await repository.create(SCHEDULE_TYPE, record, { id: SCHEDULE_ID, overwrite: true });
}
