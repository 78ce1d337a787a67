import type { StoredTask, TaskManagerStart } from '../contracts';
import { isMissing } from '../saved_object_error';
import { taskState } from './task_state';

/** The type of the task, and the id of the only one there is. */
export const TASK_TYPE = 'logwave:analyze';
export const TASK_ID = 'logwave:analyze';

/** The task as task manager has it; undefined if it is not scheduled. */
export async function storedTask(tasks: TaskManagerStart): Promise<StoredTask | undefined> {
  try {
    return await tasks.get(TASK_ID);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Makes sure that the task exists and runs at this interval; both may already be so. */
export async function scheduleTask(tasks: TaskManagerStart, interval: string): Promise<void> {
  await tasks.ensureScheduled({
    id: TASK_ID,
    taskType: TASK_TYPE,
    schedule: { interval },
    params: {},
    state: taskState(null),
  });
  // Otherwise, an existing task keeps its interval.
  await tasks.bulkUpdateSchedules([TASK_ID], { interval });
}

/** Whether some node is running the task now. */
export function isTaskAtWork({ status }: StoredTask): boolean {
  return status === 'running' || status === 'claiming';
}

/** Starts the task now, unless it is running. */
export async function runTaskSoon(tasks: TaskManagerStart): Promise<void> {
  const task = await storedTask(tasks);
  if (task === undefined || isTaskAtWork(task)) return;
  await tasks.runSoon(TASK_ID);
}

/** The type and the id of the task that sends messages. */
export const MESSAGES_TASK = 'logwave:messages';

/** Makes sure that the task that sends messages exists: it checks once a minute. */
export async function scheduleMessages(tasks: TaskManagerStart): Promise<void> {
  await tasks.ensureScheduled({
    id: MESSAGES_TASK,
    taskType: MESSAGES_TASK,
    schedule: { interval: '1m' },
    params: {},
    state: {},
  });
}

/** Removes the task that sends messages; succeeds also if there is none. */
export async function removeMessages(tasks: TaskManagerStart): Promise<void> {
  await tasks.removeIfExists(MESSAGES_TASK);
}

/** Removes the task; succeeds also if there is none. */
export async function removeTask(tasks: TaskManagerStart): Promise<void> {
  await tasks.removeIfExists(TASK_ID);
}
