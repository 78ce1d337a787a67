import type { DayAnswer, ReportMessage } from '../../../common/report';
import type { Day } from '../../../common/time';
import type { LedgerStore } from './delivery_ledger';
import type { IsSettled } from './settled';

/** What became of a day, as the run history says it. */
export interface DayState {
  readonly day: Day;
  readonly state: 'analyzed' | 'partial' | 'missed' | 'stale' | 'running' | 'failed' | 'canceled';
  /** What is odd about it; null where nothing is. */
  readonly words: string | null;
  /** Which analysis its result is of; null where it has none. */
  readonly attempt: string | null;
}

/** What is known in the morning. */
export type Morning =
  | {
      readonly days: readonly DayState[];
      /** What somebody should do about the key of the schedule; null where nothing. */
      readonly warning: string | null;
      /** What the schedule did last, where that failed; null where it did not. */
      readonly trouble: string | null;
    }
  /** Nobody can look, with the reason: the key of the schedule has expired, or nothing answers. */
  | { readonly refused: string };

/** A channel, whatever it sends by. */
export interface Outlet {
  readonly name: string;
  readonly isHeartbeat: boolean;
  /** To whom it sends. */
  readonly recipients: readonly string[];
  /** @throws an error whose message is a sentence, with `mayHaveArrived` where that is so */
  readonly send: (
    message: ReportMessage,
    signal: AbortSignal,
  ) => Promise<{ readonly to: readonly string[]; readonly words: string | null }>;
}

/** What deliveries need from the outside. */
export interface NotifyingPorts {
  readonly outlets: readonly Outlet[];
  readonly ledger: LedgerStore;
  /** What became of the days from one to another. @throws where Elasticsearch does not answer */
  readonly morning: (from: Day, to: Day, signal: AbortSignal) => Promise<Morning>;
  readonly answerOf: (day: Day, signal: AbortSignal) => Promise<DayAnswer>;
  /** What people have judged or muted, as it is now. */
  readonly settled: (signal: AbortSignal) => Promise<IsSettled>;
  /** Where the page shows a day; null where nobody said where Logwave is. */
  readonly linkTo: (day: Day) => string | null;
  /** Why there are no links; empty where there are. */
  readonly noLink: string;
  readonly describeError: (error: unknown) => string;
  readonly log: { info(words: string): void; warn(words: string): void };
  readonly now: () => Date;
  /** When this process began: a schedule that has just begun catches up first. */
  readonly since: Date;
}
