import type { Day } from '../../common/time/day';

/** `partial`: the day was not over, or something was left out; `failed` and `cancelled` can be run again. */
export type RunStatus = 'running' | 'analysed' | 'partial' | 'failed' | 'cancelled';

/** One analysis of one day: a document of `logwave-runs`, the ledger. */
export interface Run {
  readonly '@timestamp': string;
  readonly scope: string;
  /** Derived from scope, day and zone: analysing a day again replaces its run. */
  readonly run_id: string;
  readonly day: Day;
  readonly zone: string;
  readonly status: RunStatus;
  readonly method: string;
  readonly settings_hash: string;
  /** The settings as they held, so that the run can be worked out again. */
  readonly settings: unknown;
  readonly sources: number;
  readonly series: number;
  readonly findings: number;
  /** Documents of the tested day that were counted. */
  readonly documents: number;
  /** Documents that this run tagged, or null where it was not asked to. */
  readonly tagged: number | null;
  readonly duration_ms: number;
  /** What was left out, and why: one sentence each. */
  readonly left_out: readonly string[];
  /** What failed, in a sentence; null when nothing did. */
  readonly error: string | null;
}
