/** What a thread runs: it assesses one day after the other until it is ended. */
import { parentPort } from 'node:worker_threads';
import type { Task, TaskAnswer } from './messages';
import { Receiver } from './sent_days';
import { workOut } from './work_out';

const receiver = new Receiver();
/** A caller that gives a task up ends the thread. */
const { signal } = new AbortController();

async function answerTo(task: Task): Promise<TaskAnswer> {
  const { number } = task;
  try {
    return { number, result: await workOut(task.work, receiver.open(task), signal) };
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

parentPort?.on('message', (task: Task) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
