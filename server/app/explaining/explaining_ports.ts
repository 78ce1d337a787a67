import type { CountedValues, PairCounts } from '../../../common/incidents';
import type { Source } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import type { Answer } from '../counting';

/** A series by its source. */
export interface SeriesToCount {
  readonly source: Source;
  readonly subtype: string;
}

/** Times on the day, and the same times on other days. */
export interface TimesToCount {
  readonly today: readonly TimeRange[];
  readonly usual: readonly TimeRange[];
}

/** Two series whose common documents are counted. */
export interface PairToCount extends TimesToCount {
  readonly a: SeriesToCount;
  readonly b: SeriesToCount;
  /** Whether the documents of each are also counted at the usual times. */
  readonly is_each_counted: boolean;
}

/** The incident that a finding is stored with. */
export interface StoredIncident {
  readonly source: string;
  readonly subtype: string | null;
  readonly incident: string;
}

/** The ports for explaining findings. */
export interface ExplainingPorts {
  /** The incidents of the findings that are stored for a run. */
  earlierIncidents(runId: string, signal: AbortSignal): Promise<readonly StoredIncident[]>;
  /** Counts each pair, in their order: undefined for one that has no index in common. */
  countPairs(
    pairs: readonly PairToCount[],
    signal: AbortSignal,
  ): Promise<Answer<readonly (PairCounts | undefined)[]>>;
  /**
   * Counts the values of the fields that say who or what. @param days that the usual times cover
   */
  countValues(
    series: SeriesToCount,
    times: TimesToCount,
    days: number,
    signal: AbortSignal,
  ): Promise<Answer<CountedValues>>;
}
