import type { Client } from '../../elastic/client';
import { describeError } from '../../wiring';
import type { Logger, TaskInstance, TaskRunResult, TaskRunner } from '../contracts';
import type { ScheduleRecord } from './schedule_record';
import { isUnauthorized, keyRefused, type TaskIdentity } from './task_identity';
import { lastRunIn, taskState, type LastRun } from './task_state';
import { sharedStop } from '../../app/basics';

/** The result of the task, and the words for it. */
export type TaskOutcome = Pick<LastRun, 'outcome' | 'words'>;

/** What a run of the task needs. */
export interface TaskPorts {
  readonly schedule: () => Promise<ScheduleRecord>;
  readonly identity: (schedule: ScheduleRecord, signal: AbortSignal) => Promise<TaskIdentity>;
  /** Analyzes every day that needs it, with the client's rights. */
  readonly analyze: (
    client: Client,
    schedule: ScheduleRecord,
    signal: AbortSignal,
  ) => Promise<TaskOutcome>;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

const OUT_OF_TIME = 'The task was stopped before it was done. It continues next time.';

function refused(words: string): TaskOutcome {
  return { outcome: 'refused', words };
}

function failed(words: string): TaskOutcome {
  return { outcome: 'failed', words };
}

async function work(
  schedule: ScheduleRecord,
  ports: TaskPorts,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  try {
    const identity = await ports.identity(schedule, signal);
    if (identity.state === 'refused') return refused(identity.reason);
    return await ports.analyze(identity.client, schedule, signal);
  } catch (error) {
    if (signal.aborted) return failed(OUT_OF_TIME);
    return isUnauthorized(error)
      ? refused(keyRefused(schedule, ports.now()))
      : failed(describeError(error));
  }
}

/**
 * One run of the task. A failure is stored in the task's state, where the status of the schedule
 * finds it. It is never thrown, so the next run starts on time.
 *
 * @param started its services; available once Kibana has started
 */
export function createTaskRunner(
  { state }: TaskInstance,
  started: () => Promise<TaskPorts>,
): TaskRunner {
  const controller = sharedStop();
  return {
    async run(): Promise<TaskRunResult> {
      const ports = await started();
      const schedule = await ports.schedule();
      if (!schedule.enabled) return { state: taskState(lastRunIn(state)) };
      const outcome = await work(schedule, ports, controller.signal);
      const isTrouble = outcome.outcome === 'failed' || outcome.outcome === 'refused';
      if (isTrouble) ports.log.warn(outcome.words);
      else ports.log.info(outcome.words);
      return {
        state: taskState({ at: ports.now().toISOString(), ...outcome }),
        // Otherwise, a change of the interval while the task runs would be lost.
        schedule: { interval: schedule.interval },
      };
    },
    cancel() {
      controller.abort();
      return Promise.resolve();
    },
  };
}
