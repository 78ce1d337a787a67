import type { Day } from '../../time';

/** What a source logged on a day: per series (key: subtype) the events in the 24 hours. */
export interface SourceDay {
  readonly source: string;
  readonly day: Day;
  readonly zone: string;
  /** Whole events in each wall-clock hour 0 to 23; a series without any event is absent. */
  readonly series: ReadonlyMap<string, readonly number[]>;
  /** Documents of the source on that day, those without the subtype field included. */
  readonly documents: number;
  /** Documents that lack the subtype field: counted here, in no series. */
  readonly without_subtype: number;
}

/** How a counted day came about. */
export type CountOrigin = 'counted' | 'recounted' | 'kept' | 'kept, logs expired';

/** A day's counts, or why there are none: unknown is not zero. */
export type CountedDay =
  | { readonly state: 'known'; readonly origin: CountOrigin; readonly counts: SourceDay }
  | {
      readonly state: 'unknown';
      readonly day: Day;
      readonly reason: string;
      /** Everything there is could be looked at, and holds no document at all of the day. */
      readonly is_absent?: boolean;
      /** What is in the way may pass, so that counting again may help; absent where it stays. */
      readonly is_passing?: true;
      /** Names of closed indices that may hold documents of the day; absent without any. */
      readonly closed?: readonly string[];
    };
