import type { CountedDay } from '../../../common/waveform/hours';

/** A source's counts for the tested day and the training days. */
export interface CountedSource {
  readonly tested: CountedDay;
  readonly training: readonly CountedDay[];
  /** What a reader must know about these counts: one sentence each. */
  readonly notes: readonly string[];
  readonly searches: number;
  /** Privileges without which some documents are not seen, a phrase each; none where all are. */
  readonly missing_rights: readonly string[];
  /** Some counts are unknown for trouble that may pass; absent where none are. */
  readonly is_troubled?: true;
  /** It was not looked at, since an earlier attempt defined the source otherwise; else absent. */
  readonly is_defined_otherwise?: true;
}
