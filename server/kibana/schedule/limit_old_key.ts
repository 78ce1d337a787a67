import { ApiError } from '../../../common/api';
import type { SavedObjectsRepository } from '../contracts';
import { changeSchedule, readStoredSchedule } from './schedule_record';

/**
 * Gives an end to a key that an earlier version granted without one: it works for one lifespan
 * more, from now on. Done once, by whichever node comes first.
 */
export async function limitOldKey(
  repository: SavedObjectsRepository,
  lifespanMs: number,
  now: Date,
): Promise<void> {
  const { record, version } = await readStoredSchedule(repository);
  if (!record.enabled || record.key_object === null || record.key_span !== null) return;
  const granted_at = record.enabled_at ?? now.toISOString();
  const expires_at = new Date(now.getTime() + lifespanMs).toISOString();
  const limited = { ...record, key_span: { granted_at, expires_at } };
  try {
    await changeSchedule(repository, limited, version);
  } catch (error) {
    // Another node, or a user who changed the schedule, was first.
    if (!(error instanceof ApiError) || error.code !== 'settings_conflict') throw error;
  }
}
