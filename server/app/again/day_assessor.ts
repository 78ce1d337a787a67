import { backtestDay } from './backtest_day';
import { countFlags } from './count_flags';

/** Less than so many series-days are assessed sooner here than other threads take to start. */
const WORTH_THREADS = 10_000;

/** Assesses days of sources again. */
export interface DayAssessor {
  /** So many days are to be given to it at the same time. */
  readonly atATime: number;
  readonly backtestDay: typeof backtestDay;
  readonly countFlags: typeof countFlags;
  /** Ends whatever it has started. */
  readonly close: () => Promise<void>;
}

const IN_THIS_THREAD: DayAssessor = {
  atATime: 1,
  backtestDay,
  countFlags,
  close: () => Promise.resolve(),
};

/** Where days may be assessed beside this thread. */
export interface ThreadPorts {
  /** Starts threads; absent if there are none. The results are the same. */
  readonly openThreads?: () => DayAssessor;
}

/** Assesses what is little in this thread, and what is much in others, too: they start when it comes. */
export class Assessors {
  private threads: DayAssessor | undefined;

  constructor(private readonly ports: ThreadPorts) {}

  /** @param seriesDays how much there is to be assessed */
  for(seriesDays: number): DayAssessor {
    const { openThreads } = this.ports;
    if (openThreads === undefined || seriesDays < WORTH_THREADS) return IN_THIS_THREAD;
    this.threads ??= openThreads();
    return this.threads;
  }

  /** Ends the threads; to be called whatever became of the work. */
  async close(): Promise<void> {
    await this.threads?.close();
  }
}
