import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SourceToAssess } from '../../server/app/assessing';
import { place } from '../place';
import type { Task, TaskAnswer, Work } from './messages';
import { Sender } from './sent_days';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** In a checkout the sources are run as they are, in the package what was built of them. */
function startWorker(): Worker {
  const { sources } = place;
  if (sources === null) return new Worker(join(__dirname, 'day_thread.js'));
  const script = join(sources, 'standalone/threads/day_thread.ts');
  return new Worker(script, { execArgv: ['--require', 'tsx/cjs'] });
}

/** A thread that assesses days of sources, one after the other. */
export class Thread {
  private readonly sender = new Sender();
  private readonly waiting = new Map<number, Waiting>();
  private tasks = 0;
  /** Why it cannot work anymore; undefined while it can. */
  private failure: Error | undefined;

  constructor(private readonly worker: Worker = startWorker()) {
    worker.on('message', (answer: TaskAnswer) => {
      const waiting = this.waiting.get(answer.number);
      this.waiting.delete(answer.number);
      if ('error' in answer) waiting?.reject(answer.error);
      else waiting?.resolve(answer.result);
    });
    worker.on('error', (error: Error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('the thread that assesses days has ended')));
  }

  /** @throws what the work throws, and why the thread ended if it did */
  run(source: SourceToAssess, work: Work): Promise<unknown> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    const number = this.tasks;
    this.tasks += 1;
    const task: Task = { number, work, ...this.sender.parcel(source) };
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage(task);
    });
  }

  /** Ends it, whatever it is at. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }
}
