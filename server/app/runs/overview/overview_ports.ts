import type { Source } from '../../../../common/sources';
import type { LocalDay } from '../../../../common/time';
import type { Answer } from '../../counting';

/** A source that would find documents while others find none. */
export interface FittingSource {
  readonly source: Source;
  /** Documents of the day that it would count. */
  readonly documents: number;
}

/** The questions about a day that concern several sources. */
export interface OverviewPorts {
  /** Documents of the day that belong to at least one of the sources, each counted once. */
  documentsOnce(
    sources: readonly Source[],
    day: LocalDay,
    signal: AbortSignal,
  ): Promise<Answer<number>>;
  /** Which pairs of sources read the same index: their places, the lower one first. */
  sharedIndices(
    sources: readonly Source[],
    signal: AbortSignal,
  ): Promise<Answer<readonly (readonly [number, number])[]>>;
  /** Those of the sources that have documents of the day in all of their fields. */
  fittingSources(
    sources: readonly Source[],
    day: LocalDay,
    signal: AbortSignal,
  ): Promise<readonly FittingSource[]>;
  /**
   * Those of the fields that a document of the day in the source's indices contains, mapped or not.
   */
  storedFields(
    source: Source,
    fields: readonly string[],
    day: LocalDay,
    signal: AbortSignal,
  ): Promise<readonly string[]>;
}
