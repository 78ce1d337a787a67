import type { SourceToAssess } from '../../server/app/assessing';
import type { Work } from './messages';
import { workOut } from './work_out';

/**
 * The thread that asks for the work, as one of those that do it: it has nothing to load, and its code is
 * compiled if it has assessed before. Other work of it gets its turn every few milliseconds.
 */
export class ThisThread {
  private readonly ending = new AbortController();

  /** @throws what the work throws, the signal's reason, and that it has been ended */
  async run(source: SourceToAssess, work: Work, signal: AbortSignal): Promise<unknown> {
    const either = AbortSignal.any([signal, this.ending.signal]);
    either.throwIfAborted();
    return workOut(work, source, either);
  }

  /** Ends its work at the next turn. */
  end(): Promise<void> {
    this.ending.abort(new Error('the thread that assesses days has ended'));
    return Promise.resolve();
  }
}
