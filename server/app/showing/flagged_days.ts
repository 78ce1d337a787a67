import type { Day } from '../../../common/time';
import type { FindingStretch, FlaggedHour, Verdict } from '../../../common/waveform/hours';

/** A day on which a series was unusual. */
export interface FlaggedDay {
  readonly run_id: string;
  readonly source: string;
  /** Null if it is about the whole source. */
  readonly subtype: string | null;
  readonly day: Day;
  readonly verdict: Verdict;
  readonly hours: readonly number[];
  /** Its stretches, the strongest first. */
  readonly runs?: readonly Pick<FindingStretch, 'from' | 'to' | 'direction'>[];
}

/** Which days: from `from` to `to`, inclusive. */
export interface FlaggedRange {
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
  /** Only of this source; absent for all. */
  readonly source?: string;
}

/** How many events the flagged hours of a finding hold. */
export interface FlaggedEvents {
  readonly run_id: string;
  readonly source: string;
  /** Null if it is about the whole source. */
  readonly subtype: string | null;
  /** Missing in findings of older versions. */
  readonly incident?: string | null | undefined;
  readonly events: number;
}

/** A day on which a series was unusual, with the counts of its flagged hours. */
export interface FlaggedHours extends FlaggedDay {
  readonly series_name: string;
  readonly series_code: string;
  readonly flagged: readonly Pick<FlaggedHour, 'hour' | 'events' | 'expected'>[];
}
