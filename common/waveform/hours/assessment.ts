import type { Day } from '../../time';
import type { FindingStretch, FlaggedHour, Range, Rank, Shift, Verdict } from './finding';
import type { HourCount } from './series_case';

/** Why a series is not assessed: the words for it stand in `basis` and in the sentence templates. */
export type NotAssessedReason =
  /** No event on the day, nothing to compare: only under the talk's method. */
  | 'no_events'
  /** Hours of the day are not known: under the talk's method one is enough, else all. */
  | 'unknown_hours'
  /** Fewer than three training days. */
  | 'few_days'
  /** No training day, or one alone, is one of the weekend, as the tested day is; or a working day. */
  | 'no_weekend_day'
  | 'one_weekend_day'
  | 'no_working_day'
  | 'one_working_day'
  /** Never seen before, but days before may lie in indices that are closed. */
  | 'closed_days'
  /** The settings say "do not assess". */
  | 'switched_off'
  /** Somebody has judged all hours of the day expected. */
  | 'expected_hours'
  /** A calendar says that the day is not to be assessed. */
  | 'calendar';

/** What the day was compared with and how far it is from that: known of quiet series too. */
export interface Comparison {
  /** The counts expected in the 24 hours; null where nothing was learned. */
  readonly usual_day: readonly number[] | null;
  /** What the model says is usual at each hour; null where the days of the basis say it. */
  readonly ranges: readonly { readonly inner: Range; readonly outer: Range }[] | null;
  /** The days that decided, in words: "4 Wednesdays", "2 days: not assessed". */
  readonly basis: string;
  /** The days that `basis` names, ascending: the bands and usual ranges come from them. */
  readonly basis_days: readonly Day[];
  /** The strongest test over its own limit, so that 1 is the limit; null where nothing was tested. */
  readonly surprise: number | null;
  /** The same for each of the 24 hours; null for an hour that was not tested. */
  readonly surprise_by_hour: readonly (number | null)[] | null;
  /** How far the day differs under the talk's method, may be Infinity; null under the other. */
  readonly difference: number | null;
  /** Share of the talk's difference that each of the 24 hours makes up; null under the other. */
  readonly contribution: readonly number[] | null;
}

/** What is unusual about a series on a day. */
export interface Unusual {
  readonly verdict: Verdict;
  /** Ascending by hour. */
  readonly flagged: readonly FlaggedHour[];
  /** Adjacent flagged hours as one, the strongest first. */
  readonly runs: readonly FindingStretch[];
  readonly ratio: number | null;
  readonly rank: Rank | null;
  /** How the hours moved; null for every other verdict. */
  readonly shift: Shift | null;
  readonly sentence: string;
}

/** What a method makes of one series on one day. */
export type Assessment = Comparison &
  (
    | { readonly state: 'not_judged'; readonly reason: NotAssessedReason }
    /** `like`: what the day is like as a whole, in a sentence, where it is usual only when read so. */
    | { readonly state: 'usual'; readonly like?: string }
    /**
     * Unusual, but less than the floors of the settings, or one of too many that are new: listed in
     * gray, no finding.
     */
    | ({ readonly state: 'below_floor'; readonly is_one_of_many?: true } & Unusual)
    | ({ readonly state: 'unusual' } & Unusual)
  );

/**
 * What the methods give of a series on a day, unusual or not: exact numbers, as pure code passes them
 * on. What is stored and sent of it is another type on purpose (`SeriesRecord` on the server): that
 * one is rounded, carries names, and has a version, while this one may change with any method.
 */
export interface SeriesDescription {
  readonly assessment: Assessment;
  /** The tested day, 24 counts. */
  readonly today: readonly HourCount[];
  /**
   * What is usual at each hour: half of such counts lie in it, or it is the middle half of the basis
   * days under the talk's method. It holds the usual count; null where fewer than three days are known.
   */
  readonly inner: readonly (Range | null)[];
  /** The same for 19 in 20 of such counts, or lowest and highest of the basis days. */
  readonly outer: readonly (Range | null)[];
  /** The largest count of the day and of its basis days, at least 5: the height of a row. */
  readonly top: number;
  /** Known events of the day together, and how many are usual in the same hours (null: nothing learned). */
  readonly total: number;
  readonly usual_total: number | null;
}
