import type { CountedDay } from '../../../common/waveform/hours';
import type { LogDays } from './log_days';
import type { Unmatched } from './unmatched';

/** A source's counts for the tested day and the training days. */
export interface CountedSource {
  readonly tested: CountedDay;
  readonly training: readonly CountedDay[];
  /** What a reader must know about these counts: one sentence each. */
  readonly notes: readonly string[];
  readonly searches: number;
  /** Privileges without which some documents are not seen, a phrase each; none where all are. */
  readonly missing_rights: readonly string[];
  /** Which days have logs, where the tested one has none; absent where it has, or where unknown. */
  readonly log_days?: LogDays;
  /** That its indices have documents of the day, none of them in a series; absent where some are. */
  readonly unmatched?: Unmatched;
  /** Some counts are unknown for trouble that may pass; absent where none are. */
  readonly is_troubled?: true;
  /** It was not looked at, since an earlier attempt defined the source otherwise; else absent. */
  readonly is_defined_otherwise?: true;
}
