import { changeInTurn } from '../../../server/app/basics';
import type { HostDocuments } from '../settings/host_documents';
import { OFF, scheduleStateSchema, type ScheduleState } from './schedule_state';

export interface StoredSchedule {
  readonly state: ScheduleState;
  /** Null before the first write. */
  readonly version: string | null;
}

/** Where the schedule is stored. */
export interface ScheduleStore {
  read(signal: AbortSignal): Promise<StoredSchedule>;
  /** Whether it was written; false if somebody else has written it since. */
  write(state: ScheduleState, version: string | null, signal: AbortSignal): Promise<boolean>;
}

/** Stores the schedule among the host's documents. */
export function createScheduleStore(documents: HostDocuments): ScheduleStore {
  return {
    read: async (signal) => {
      const found = await documents.read('schedule', signal);
      const parsed = scheduleStateSchema.safeParse(found?.content);
      return { state: parsed.data ?? OFF, version: found?.version ?? null };
    },
    write: async (state, version, signal) =>
      (await documents.write('schedule', state, version, signal)) !== undefined,
  };
}

/**
 * Changes the schedule, and retries if somebody else changes it at the same moment.
 *
 * @param change returns the new state
 */
export async function changeSchedule(
  store: ScheduleStore,
  change: (state: ScheduleState) => ScheduleState,
  signal: AbortSignal,
): Promise<ScheduleState> {
  return changeInTurn('the schedule', async () => {
    const { state, version } = await store.read(signal);
    const changed = change(state);
    return (await store.write(changed, version, signal)) ? changed : undefined;
  });
}
