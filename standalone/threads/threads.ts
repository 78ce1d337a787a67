import { availableParallelism } from 'node:os';
import type { DayAssessor } from '../../server/app/again';
import type { SourceToAssess } from '../../server/app/assessing';
import type { Work } from './messages';
import { ThisThread } from './this_thread';
import { Thread } from './thread';
import { allOver } from '../../server/app/basics';

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

/** A thread that works: this one or another. */
type AnyThread = ThisThread | Thread;

/** Days that are begun for each thread: while one is new and slow, the others go on. */
const DAYS_AHEAD = 3;

/** Gives each day to the next thread that is free. */
class Threads {
  private readonly threads: readonly AnyThread[];
  private readonly free: AnyThread[];
  private readonly queue: ((thread: AnyThread) => void)[] = [];

  constructor(count: number) {
    const others = Array.from({ length: count - 1 }, () => new Thread());
    this.threads = [new ThisThread(), ...others];
    this.free = [...this.threads];
  }

  async run(source: SourceToAssess, work: Work, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    const result = this.nextFree().then((thread) => {
      const worked = signal.aborted ? Promise.resolve() : thread.run(source, work, signal);
      return worked.finally(() => this.giveBack(thread));
    });
    return unlessAborted(result, signal);
  }

  async end(): Promise<void> {
    await allOver(this.threads.map((thread) => thread.end()));
  }

  private nextFree(): Promise<AnyThread> {
    const thread = this.free.shift();
    if (thread !== undefined) return Promise.resolve(thread);
    return new Promise((resolve) => this.queue.push(resolve));
  }

  private giveBack(thread: AnyThread): void {
    const next = this.queue.shift();
    if (next === undefined) this.free.push(thread);
    else next(thread);
  }
}

/**
 * Starts threads that assess days of sources beside this one: with it as many as there are cores, and no
 * more than four. Counts of a day stand in memory that all of them see, so that no thread has a copy of
 * them.
 *
 * The caller that starts them ends them. An error in a thread, or its end, is an error of the work that was
 * given to it; work that the signal stops is given up at once.
 */
export function openThreads(
  count: number = Math.min(MOST_THREADS, availableParallelism()),
): DayAssessor {
  const threads = new Threads(count);
  return {
    atATime: DAYS_AHEAD * count,
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
