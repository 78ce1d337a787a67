import type { DayAnswer, ReportMessage } from '../../../common/report';
import type { Day } from '../../../common/time';
import type { LedgerStore } from './delivery_ledger';
import type { IsSettled } from './settled';

/** The state of a day in the run history. */
export interface DayState {
  readonly day: Day;
  readonly state: 'analyzed' | 'partial' | 'missed' | 'stale' | 'running' | 'failed' | 'canceled';
  /** What is unusual about it; null if nothing is. */
  readonly words: string | null;
  /** Which analysis its result comes from; null if it has none. */
  readonly attempt: string | null;
}

/** What is known in the morning. */
export type Morning =
  | {
      readonly days: readonly DayState[];
      /** What a user should do about the key of the schedule; null if nothing. */
      readonly warning: string | null;
      /** What the schedule did last, if that failed; else null. */
      readonly trouble: string | null;
    }
  /**
   * The days cannot be read, with the reason: the key of the schedule has expired, or nothing
   * answers.
   */
  | { readonly refused: string };

/** A channel, whatever it sends by. */
export interface Outlet {
  readonly name: string;
  readonly isHeartbeat: boolean;
  /** The recipient. */
  readonly recipients: readonly string[];
  /** @throws an error whose message is a sentence, with `mayHaveArrived` set if it may have */
  readonly send: (
    message: ReportMessage,
    signal: AbortSignal,
  ) => Promise<{ readonly to: readonly string[]; readonly words: string | null }>;
}

/** The ports that deliveries need. */
export interface NotifyingPorts {
  readonly outlets: readonly Outlet[];
  readonly ledger: LedgerStore;
  /** The state of the days in a range. @throws if Elasticsearch does not answer */
  readonly morning: (from: Day, to: Day, signal: AbortSignal) => Promise<Morning>;
  readonly answerOf: (day: Day, signal: AbortSignal) => Promise<DayAnswer>;
  /** The current judgments and mutes. */
  readonly settled: (signal: AbortSignal) => Promise<IsSettled>;
  /** Where the page shows a day; null if Logwave's address is not known. */
  readonly linkTo: (day: Day) => string | null;
  /** Why there are no links; empty if there are. */
  readonly noLink: string;
  readonly describeError: (error: unknown) => string;
  readonly log: { info(words: string): void; warn(words: string): void };
  readonly now: () => Date;
  /** When this process began. A schedule that has just begun catches up first. */
  readonly since: Date;
}
