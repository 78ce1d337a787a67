import type { Day } from '../../time';
import type { FindingStretch, FlaggedHour, Range, Rank, Shift, Verdict } from './finding';
import type { HourCount } from './series_case';

/** Why a series is not assessed. The words for it are in `basis` and in the sentence templates. */
export type NotAssessedReason =
  /** No event on the day, nothing to compare: only under the talk's method. */
  | 'no_events'
  /** No hour of the day is known. */
  | 'unknown_day'
  /** Some hours of the day are unknown: only under the talk's method. */
  | 'unknown_hours'
  /** No training day that the day is compared with is known in the hours that are to be assessed. */
  | 'unlearned_hours'
  /** Fewer than three training days. */
  | 'few_days'
  /**
   * At most one training day is of the weekend, like the tested day, or at most one is a working
   * day.
   */
  | 'no_weekend_day'
  | 'one_weekend_day'
  | 'no_working_day'
  | 'one_working_day'
  /** Never seen before, but earlier days may be in indices that are closed. */
  | 'closed_days'
  /** The settings say "do not assess". */
  | 'switched_off'
  /** A user has judged all hours of the day expected, or all with events of a series that is new. */
  | 'expected_hours'
  /** A calendar says that the day is not to be assessed. */
  | 'calendar';

/** What the day was compared with and how far it is from that. Quiet series have it too. */
export interface Comparison {
  /** The counts expected in the 24 hours; null if nothing was learned. */
  readonly usual_day: readonly number[] | null;
  /** What the model says is usual at each hour; null if the days of the basis decide. */
  readonly ranges: readonly { readonly inner: Range; readonly outer: Range }[] | null;
  /** The days that decided, in words: "4 Wednesdays", "2 days: not assessed". */
  readonly basis: string;
  /** The days that `basis` names, ascending. The bands and usual ranges come from them. */
  readonly basis_days: readonly Day[];
  /**
   * The strongest test divided by its own threshold, so that 1 is the threshold; null if nothing
   * was tested.
   */
  readonly surprise: number | null;
  /** The same for each of the 24 hours; null for an hour that was not tested. */
  readonly surprise_by_hour: readonly (number | null)[] | null;
  /**
   * How far the day differs under the talk's method, may be Infinity; null under the other method.
   */
  readonly difference: number | null;
  /**
   * Share of the talk's difference that each of the 24 hours makes up; null under the other method.
   */
  readonly contribution: readonly number[] | null;
}

/** What is unusual about a series on a day. */
export interface Unusual {
  readonly verdict: Verdict;
  /** Ascending by hour. */
  readonly flagged: readonly FlaggedHour[];
  /** Adjacent flagged hours as one stretch, the strongest first. */
  readonly runs: readonly FindingStretch[];
  readonly ratio: number | null;
  readonly rank: Rank | null;
  /** How the hours moved; null for every other verdict. */
  readonly shift: Shift | null;
  readonly sentence: string;
}

/** The result of a method for one series on one day. */
export type Assessment = Comparison &
  (
    | { readonly state: 'not_judged'; readonly reason: NotAssessedReason }
    /**
     * `like`: what the day as a whole resembles, in a sentence, if it is usual only when read that
     * way.
     */
    | { readonly state: 'usual'; readonly like?: string }
    /**
     * Unusual, but less than the minimums of the settings, or one of too many that are new: listed
     * in gray, no finding.
     */
    | ({ readonly state: 'below_floor'; readonly is_one_of_many?: true } & Unusual)
    | ({ readonly state: 'unusual' } & Unusual)
  );

/**
 * What the methods give for a series on a day, unusual or not: exact numbers, as pure code passes
 * them on. The type that is stored and sent is separate on purpose (`SeriesRecord` on the server):
 * it is rounded, has names and a version, while this one may change with any method.
 */
export interface SeriesDescription {
  readonly assessment: Assessment;
  /** The tested day, 24 counts. */
  readonly today: readonly HourCount[];
  /**
   * What is usual at each hour: half of such counts are in it, or it is the middle half of the
   * basis days under the talk's method. It contains the usual count; null if fewer than three days
   * are known.
   */
  readonly inner: readonly (Range | null)[];
  /** The same for 19 in 20 of such counts, or lowest and highest of the basis days. */
  readonly outer: readonly (Range | null)[];
  /**
   * The largest count of the day, of its basis days and of `outer`, at least 5: the height of a row.
   */
  readonly top: number;
  /**
   * Known events of the day in total, as they were logged, and how many are usual in the same hours
   * as long as these last on the day (null: nothing learned).
   */
  readonly total: number;
  readonly usual_total: number | null;
}
