/** What a thread runs: it assesses one day after the other until it is ended. */
import { parentPort } from 'node:worker_threads';
import { backtestDay, countFlags } from '../../server/app/again';
import type { SourceToAssess } from '../../server/app/assessing';
import type { Task, TaskAnswer, Work } from './messages';
import { Receiver } from './sent_days';

const receiver = new Receiver();
/** A caller that gives a task up ends the thread. */
const { signal } = new AbortController();

function workOut(work: Work, source: SourceToAssess): Promise<unknown> {
  return work.kind === 'backtest'
    ? backtestDay(source, work.settings, signal)
    : countFlags(source, work.sides, signal);
}

async function answerTo(task: Task): Promise<TaskAnswer> {
  const { number } = task;
  try {
    return { number, result: await workOut(task.work, receiver.open(task)) };
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

parentPort?.on('message', (task: Task) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
