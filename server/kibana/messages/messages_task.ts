import type { Client } from '../../elastic/client';
import { describeError, type Looker } from '../../wiring';
import { callerOfTask } from '../caller';
import { messagesStateSchemas } from '../config_schema';
import type { TaskDefinition, TaskRunner } from '../contracts';
import type { ScheduleRecord } from '../schedule/schedule_record';
import type { TaskIdentity } from '../schedule/task_identity';
import type { TaskPorts } from '../schedule/task_runner';
import { sharedStop } from '../../app/basics';

/** The inputs of the task that sends messages. */
export interface MessagesPorts extends Pick<TaskPorts, 'schedule' | 'identity' | 'log'> {
  /** Whether this node has a channel. Another node may have one even if this has none. */
  readonly hasChannels: boolean;
  readonly look: (looker: Looker, signal: AbortSignal) => Promise<void>;
}

function lookerOf(identity: TaskIdentity, record: ScheduleRecord): Looker {
  if (identity.state === 'refused') return { refused: identity.reason };
  const client: Client = identity.client;
  return callerOfTask(client, record);
}

/** One check. A failure is never thrown, so that the next check comes on time. */
function createRunner(started: () => Promise<MessagesPorts>): TaskRunner {
  const controller = sharedStop();
  const { signal } = controller;
  return {
    async run() {
      const { schedule, identity, look, log, hasChannels } = await started();
      try {
        const record = hasChannels ? await schedule() : undefined;
        if (record?.enabled === true) {
          await look(lookerOf(await identity(record, signal), record), signal);
        }
      } catch (error) {
        if (!signal.aborted) log.warn(`messages cannot be sent: ${describeError(error)}`);
      }
      return { state: {} };
    },
    cancel() {
      controller.abort();
      return Promise.resolve();
    },
  };
}

/**
 * The task that sends messages, as it is registered with the task manager.
 *
 * @param ports the inputs of checks; available once Kibana has started
 */
export function messagesTask(ports: () => Promise<MessagesPorts>): TaskDefinition {
  return {
    title: 'Logwave: send messages',
    description: 'Sends the messages of the morning that are due',
    timeout: '10m',
    stateSchemaByVersion: messagesStateSchemas,
    createTaskRunner: () => createRunner(ports),
  };
}
