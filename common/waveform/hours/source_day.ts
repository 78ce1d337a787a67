import type { Day } from '../../time';

/** What a source logged on a day: per series (key: subtype) the events in the 24 hours. */
export interface SourceDay {
  readonly source: string;
  readonly day: Day;
  readonly zone: string;
  /** Whole events in each wall-clock hour 0 to 23; a series without any event is absent. */
  readonly series: ReadonlyMap<string, readonly number[]>;
  /** Documents of the source on that day, including those without the subtype field. */
  readonly documents: number;
  /** Documents that lack the subtype field. They are counted here, and in no series. */
  readonly without_subtype: number;
}

/** How the counts of a day were obtained. */
export type CountOrigin = 'counted' | 'recounted' | 'kept' | 'kept, logs expired';

/** A day's counts, or why there are none: unknown is not zero. */
export type CountedDay =
  | { readonly state: 'known'; readonly origin: CountOrigin; readonly counts: SourceDay }
  | {
      readonly state: 'unknown';
      readonly day: Day;
      readonly reason: string;
      /** Everything could be searched, and it has no document of the day. */
      readonly is_absent?: boolean;
      /** The obstacle may pass, so counting again may help; absent if it is permanent. */
      readonly is_passing?: true;
      /** Names of closed indices that may hold documents of the day; absent if there are none. */
      readonly closed?: readonly string[];
    };
