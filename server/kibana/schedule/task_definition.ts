import { taskStateSchemas } from '../config_schema';
import type { TaskDefinition } from '../contracts';
import { createTaskRunner, type TaskPorts } from './task_runner';

/** Enough for several days of many series. The rest continues the next time. */
const TIMEOUT = '30m';

/**
 * The task as it is registered with the task manager.
 *
 * @param ports the inputs of runs; available once Kibana has started
 */
export function taskDefinition(ports: () => Promise<TaskPorts>): TaskDefinition {
  return {
    title: 'Logwave: analyze days',
    description: 'Analyzes each ended day that was not analyzed yet',
    timeout: TIMEOUT,
    stateSchemaByVersion: taskStateSchemas,
    createTaskRunner: ({ taskInstance }) => createTaskRunner(taskInstance, ports),
  };
}
