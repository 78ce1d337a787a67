import type { SilenceState } from '../../../../common/silence';
import type { Day } from '../../../../common/time';

/** Identifies a stream: a source as a whole, one of its hosts, or one of its series. */
export interface StreamRef {
  readonly source: string;
  /** Null if the row is not about one host. */
  readonly host: string | null;
  /** Null if the row is not about one series. */
  readonly subtype: string | null;
}

/** A stream that is silent, late, back, gone or muted. */
export interface SilenceRow extends StreamRef {
  /** Its name for a reader: the host, the name of the series, or the source. */
  readonly series_name: string;
  readonly state: SilenceState;
  /** ISO 8601 in UTC. */
  readonly last_seen: string;
  /** False if only the hour is known: then it is the beginning of that hour. */
  readonly is_to_the_minute: boolean;
  /** When the silence stopped being chance; null for a stream without a deadline that is gone. */
  readonly due_by: string | null;
  /** The last event, as `last_seen`; the spoken length counts from the end of a whole hour. */
  readonly silent_since: string;
  /** When it sent events again; null if it has not. */
  readonly recovered_at: string | null;
  readonly usual_per_day: number;
  /** "12 an hour on working days". */
  readonly usual: string;
  /** "less than 2 hours". */
  readonly longest_gap: string;
  /** How many mornings it has been silent; 0 before the first. */
  readonly mornings: number;
  /**
   * Events that are missing, compared with the usual week. Of the hour of the last event only the
   * part after it counts, and nothing where only that hour is known.
   */
  readonly missing: number;
  /**
   * Until when they are counted, ISO 8601, if the hours after that are unknown or excused; null if
   * they are counted to the end. Rows of earlier versions lack it.
   */
  readonly missing_until?: string | null | undefined;
  /** Until when it is muted; null if it is not. */
  readonly muted_until: string | null;
  readonly reason: string | null;
  /** Events on each of the last 31 days, the looked-at day last; null if unknown. */
  readonly daily: readonly (number | null)[];
  /** Streams that are silent for the same cause: hosts and series of a source, or series of a host. */
  readonly below: readonly FoldedStream[];
  /** How many there are. */
  readonly folded: number;
  readonly sentence: string;
}

/** A row as an earlier look has stored it. */
export interface EarlierRow extends SilenceRow {
  /** The day of that look; absent if it is the day that is looked at. */
  readonly stored_on?: Day;
}

/** A stream that is silent because a source or a host is. */
export type FoldedStream = StreamRef &
  Pick<
    SilenceRow,
    | 'series_name'
    | 'state'
    | 'last_seen'
    | 'is_to_the_minute'
    | 'due_by'
    | 'usual_per_day'
    | 'usual'
    | 'longest_gap'
  >;

/** The part of a row that is kept if another one stands for it. */
export function foldedStream(row: FoldedStream): FoldedStream {
  const { source, host, subtype, series_name, state, last_seen, is_to_the_minute, due_by } = row;
  const { usual_per_day, usual, longest_gap } = row;
  const ref = { source, host, subtype, series_name, state };
  return { ...ref, last_seen, is_to_the_minute, due_by, usual_per_day, usual, longest_gap };
}
