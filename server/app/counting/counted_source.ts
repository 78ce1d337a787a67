import type { CountedDay } from '../../../common/waveform/hours';
import type { LogDays } from './log_days';
import type { Unmatched } from './unmatched';

/** A source's counts for the tested day and the training days. */
export interface CountedSource {
  readonly tested: CountedDay;
  readonly training: readonly CountedDay[];
  /** What a reader should know about these counts: one sentence each. */
  readonly notes: readonly string[];
  readonly searches: number;
  /** Privileges without which some documents are not seen, a phrase each; empty if all are. */
  readonly missing_rights: readonly string[];
  /** Which days have logs, if the tested one has none; absent if it has, or if unknown. */
  readonly log_days?: LogDays;
  /** Present if its indices have documents of the day, but none of them is in a series. */
  readonly unmatched?: Unmatched;
  /** Some counts are unknown because of trouble that may pass; absent if none are. */
  readonly is_troubled?: true;
  /** It was not counted because an earlier attempt defined the source differently; else absent. */
  readonly is_defined_otherwise?: true;
}
