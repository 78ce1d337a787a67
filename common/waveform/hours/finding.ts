import type { Day } from '../../time';
import type { HourStretch } from './hour_stretches';

/** What kind of unusual: more or less than usual, never seen before, gone silent, or moved. */
export type Verdict = 'more' | 'less' | 'new' | 'silent' | 'moved';

/** From the lowest to the highest, both included. */
export type Range = readonly [low: number, high: number];

/** One unusual hour of a finding. */
export interface FlaggedHour {
  /** Wall-clock hour, 0 to 23. */
  readonly hour: number;
  /** Events in that hour, for an hour that lasts one hour. */
  readonly count: number;
  /** Events as they were logged: the count times the hour's length. */
  readonly events: number;
  /** What the method expected there, in events; null if the series has no usual day. */
  readonly expected: number | null;
  /** What is usual there, including `expected`; null without training days. */
  readonly usual: Range | null;
  /** Absent in findings of older versions. */
  readonly direction?: Direction;
  /** How strongly the hour stands out under the method: for the talk's, its contribution. */
  readonly score: number;
  /** The hour's strongest test divided by its own threshold: 1 is the threshold. */
  readonly surprise: number;
}

/** Whether more came than is usual, or less. */
export type Direction = 'more' | 'less';

/** The numbers of a stretch as events were logged. */
export interface LoggedStretch {
  readonly count: number;
  readonly expected: number | null;
  readonly usual: Range | null;
}

/** Adjacent flagged hours of one direction as one stretch, in counts for hours that last an hour. */
export interface FindingStretch extends HourStretch {
  /** Absent in findings of older versions. */
  readonly direction?: Direction;
  readonly count: number;
  /** Null if the series has no usual day. */
  readonly expected: number | null;
  /** What is usual for the stretch as a whole, including `expected`. */
  readonly usual: Range | null;
  /**
   * The same as events are logged, where an hour of the stretch does not last one hour; absent
   * elsewhere, and in findings of older versions.
   */
  readonly logged?: LoggedStretch | undefined;
  readonly surprise: number;
}

/** The rank of the strongest stretch's count among those of the training days at the same hours. */
export interface Rank {
  /** 1 = nothing higher (or lower) in training. */
  readonly place: number;
  /** Training days it is compared with. */
  readonly of: number;
  readonly from: 'highest' | 'lowest';
}

/** How a day, or some of its hours, moved. */
export interface Shift {
  /** Later if above 0, earlier if below. */
  readonly hours: number;
  readonly is_whole_day: boolean;
  /**
   * A shift by an hour or two more or less explains the day about as well; absent if the number is
   * sure, and in findings of older versions.
   */
  readonly is_about?: true | undefined;
  /** The shift is that of a change of the clock on this day or in the days before. */
  readonly is_clock_change: boolean;
  /** Wall-clock hours at which the moved events were expected, ascending. */
  readonly due: readonly number[];
}

/** What a finding has in common with another view of the same incident. */
export interface SharedEvents {
  readonly source: string;
  readonly subtype: string;
  /** The other series in words. */
  readonly series_name: string;
  /** Wall-clock hours in which either is flagged, ascending. Absent in findings of older versions. */
  readonly hours?: readonly number[];
  /** Events that both have in these hours. */
  readonly shared: number;
  /** Events that this finding's series has there. */
  readonly of: number;
  /** The day they were counted on, if it is not the day itself: an earlier one for "less". */
  readonly on: Day | null;
}

/** A value of a field, in the hours of the strongest stretch. */
export interface TellingValue {
  readonly field: string;
  readonly value: string;
  /** Events with it on the day. */
  readonly today: number;
  /** Events with it on a training day, on average; null if there were none on any. */
  readonly usual: number | null;
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
  /** Null if the finding is about the whole source. */
  readonly subtype: string | null;
  /** The series in words, and its code. */
  readonly series_name: string;
  readonly series_code: string;
  readonly tag: string;
  readonly method: string;
  /** Changes whenever the method would assess the same counts differently. */
  readonly method_version: string;
  readonly verdict: Verdict;
  /** Flagged wall-clock hours, ascending. */
  readonly hours: readonly number[];
  readonly flagged: readonly FlaggedHour[];
  /** Adjacent flagged hours of one direction as one stretch, the strongest first. */
  readonly runs: readonly FindingStretch[];
  /**
   * The strongest test divided by its own threshold, so that 1 is the threshold; null if infinite.
   */
  readonly surprise: number | null;
  readonly rank: Rank | null;
  /** How the hours moved; null for every other verdict. */
  readonly shift: Shift | null;
  /** The training days that decided, in words: "4 Wednesdays". */
  readonly basis: string;
  /** The days that `basis` names, ascending. */
  readonly basis_days: readonly Day[];
  /** Events in the flagged hours in total. */
  readonly count: number;
  /** Events expected in the flagged hours in total; null without a usual day. */
  readonly expected: number | null;
  /**
   * Count of the strongest stretch divided by what was expected there; null if that is 0 or
   * unknown. Where less than one event is usual, it is stored and not shown.
   */
  readonly ratio: number | null;
  /**
   * How far the day differs from its usual day under the talk's method; null if infinite or
   * unknown.
   */
  readonly difference: number | null;
  /** The finding in words. */
  readonly sentence: string;
  /** The tested day and the usual day, 24 hours each: what the test compared. */
  readonly today: readonly (number | null)[];
  readonly usual_day: readonly number[] | null;
  /** Share of the difference that each of the 24 hours makes up; null without a comparison. */
  readonly contribution: readonly number[] | null;
  /**
   * Each hour's strongest test divided by its own threshold; null for an hour that was not tested.
   */
  readonly surprise_by_hour: readonly (number | null)[] | null;
  readonly settings_hash: string;
  /**
   * The user whose rights decided what was counted, if they do not show everything; null if they
   * do.
   */
  readonly seen_by: string | null;
  /** The incident that it is a view of: findings of one incident share an id. Absent in older versions. */
  readonly incident?: string;
  /** The other views of its incident, the most surprising first; absent if it has none. */
  readonly shared?: readonly SharedEvents[];
  /**
   * The values whose change is least likely by chance, the least likely first; absent if there are
   * none.
   */
  readonly values?: readonly TellingValue[];
}
