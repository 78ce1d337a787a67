import { availableParallelism } from 'node:os';
import type { DayAssessor } from '../../server/app/again';
import type { SourceToAssess } from '../../server/app/assessing';
import type { Work } from './messages';
import { Thread } from './thread';

/** More threads than this take more memory than time is won. */
const MOST_THREADS = 4;

/** Waits for the work, but no longer than until the signal says so. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Gives each day to the next thread that is free. */
class Threads {
  private readonly threads: readonly Thread[];
  private readonly free: Thread[];
  private readonly queue: ((thread: Thread) => void)[] = [];

  constructor(count: number) {
    this.threads = Array.from({ length: count }, () => new Thread());
    this.free = [...this.threads];
  }

  async run(source: SourceToAssess, work: Work, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    const result = this.nextFree().then((thread) => {
      const worked = signal.aborted ? Promise.resolve() : thread.run(source, work);
      return worked.finally(() => this.giveBack(thread));
    });
    return unlessAborted(result, signal);
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private nextFree(): Promise<Thread> {
    const thread = this.free.shift();
    if (thread !== undefined) return Promise.resolve(thread);
    return new Promise((resolve) => this.queue.push(resolve));
  }

  private giveBack(thread: Thread): void {
    const next = this.queue.shift();
    if (next === undefined) this.free.push(thread);
    else next(thread);
  }
}

/**
 * Starts threads that assess days of sources: as many as there are cores, and no more than four. Counts
 * of a day stand in memory that all of them see, so that no thread has a copy of them.
 *
 * The caller that starts them ends them. An error in a thread, or its end, is an error of the work that was
 * given to it; work that the signal stops is given up at once.
 */
export function openThreads(
  count: number = Math.min(MOST_THREADS, availableParallelism()),
): DayAssessor {
  const threads = new Threads(count);
  return {
    // One more is ready when a thread becomes free.
    atATime: count + 1,
    backtestDay: (source, settings, signal) =>
      threads.run(source, { kind: 'backtest', settings }, signal) as ReturnType<
        DayAssessor['backtestDay']
      >,
    countFlags: (source, sides, signal) =>
      threads.run(source, { kind: 'flags', sides }, signal) as ReturnType<
        DayAssessor['countFlags']
      >,
    close: () => threads.end(),
  };
}
