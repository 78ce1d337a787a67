import type { StoredTask, TaskManagerStart } from '../contracts';
import { isMissing } from '../saved_object_error';
import { taskState } from './task_state';

/** The type of the task, and the id of the only one there is. */
export const TASK_TYPE = 'logwave:analyze';
export const TASK_ID = 'logwave:analyze';

/** The task as task manager has it; undefined where it is not scheduled. */
export async function storedTask(tasks: TaskManagerStart): Promise<StoredTask | undefined> {
  try {
    return await tasks.get(TASK_ID);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Sees to it that the task is there, and runs at this interval; both may be so already. */
export async function scheduleTask(tasks: TaskManagerStart, interval: string): Promise<void> {
  await tasks.ensureScheduled({
    id: TASK_ID,
    taskType: TASK_TYPE,
    schedule: { interval },
    params: {},
    state: taskState(null),
  });
  // A task that is there already keeps its interval otherwise.
  await tasks.bulkUpdateSchedules([TASK_ID], { interval });
}

/** Whether some node runs the task just now. */
export function isTaskAtWork({ status }: StoredTask): boolean {
  return status === 'running' || status === 'claiming';
}

/** Lets the task run now, unless it does. */
export async function runTaskSoon(tasks: TaskManagerStart): Promise<void> {
  const task = await storedTask(tasks);
  if (task === undefined || isTaskAtWork(task)) return;
  await tasks.runSoon(TASK_ID);
}

/** The type and the id of the task that sends messages. */
export const MESSAGES_TASK = 'logwave:messages';

/** Sees to it that the task that sends messages is there: it looks once a minute. */
export async function scheduleMessages(tasks: TaskManagerStart): Promise<void> {
  await tasks.ensureScheduled({
    id: MESSAGES_TASK,
    taskType: MESSAGES_TASK,
    schedule: { interval: '1m' },
    params: {},
    state: {},
  });
}

/** Removes the task that sends messages; done also where there is none. */
export async function removeMessages(tasks: TaskManagerStart): Promise<void> {
  await tasks.removeIfExists(MESSAGES_TASK);
}

/** Removes the task; done also where there is none. */
export async function removeTask(tasks: TaskManagerStart): Promise<void> {
  await tasks.removeIfExists(TASK_ID);
}
