import type { Day } from '../time/day';

/** What kind of unusual: more or less than usual, never seen before, gone silent, or moved. */
export type Verdict = 'more' | 'less' | 'new' | 'silent' | 'moved';

/** One unusual hour of a finding. */
export interface FlaggedHour {
  /** Wall-clock hour, 0 to 23. */
  readonly hour: number;
  /** Events in that hour, for an hour that lasts one hour. */
  readonly count: number;
  /** Events as they were logged: the count times the hour's length. */
  readonly events: number;
  /** What the method expected there, in events; null when the series has no usual day. */
  readonly expected: number | null;
  /** The middle half of the training days named in the basis; null without training days. */
  readonly usual: readonly [low: number, high: number] | null;
  /** How strongly the hour stands out under the method: for the talk's, its contribution. */
  readonly score: number;
}

/** One series on one day, unusual: a document of `logwave-findings`. */
export interface Finding {
  /** When the first flagged hour began, ISO 8601 in UTC. */
  readonly '@timestamp': string;
  readonly scope: string;
  readonly run_id: string;
  readonly day: Day;
  readonly zone: string;
  readonly source: string;
  /** Null where the finding is about the whole source. */
  readonly subtype: string | null;
  /** The series in words, and its code. */
  readonly series_name: string;
  readonly series_code: string;
  readonly tag: string;
  readonly method: string;
  readonly verdict: Verdict;
  /** Flagged wall-clock hours, ascending. */
  readonly hours: readonly number[];
  readonly flagged: readonly FlaggedHour[];
  /** Events in the flagged hours together. */
  readonly count: number;
  /** Counts expected in the flagged hours together; null without a usual day. */
  readonly expected: number | null;
  /** Count of the strongest flagged hour over what was expected there; null where that is 0 or unknown. */
  readonly ratio: number | null;
  /** How far the day differs from its usual day under the talk's method; null when infinite or unknown. */
  readonly difference: number | null;
  /** The finding in words. */
  readonly sentence: string;
  /** The tested day and the usual day, 24 hours each: what the test compared. */
  readonly today: readonly (number | null)[];
  readonly usual_day: readonly number[] | null;
  /** Share of the difference that each of the 24 hours makes up; null without a comparison. */
  readonly contribution: readonly number[] | null;
  readonly settings_hash: string;
}
