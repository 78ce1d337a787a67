import type { SilenceState } from '../../../common/silence';

/** Which stream: a source as a whole, one of its hosts, or one of its series. */
export interface StreamRef {
  readonly source: string;
  /** Null where the row is not about one host. */
  readonly host: string | null;
  /** Null where the row is not about one series. */
  readonly subtype: string | null;
}

/** A stream that is silent, late, back, gone or muted. */
export interface SilenceRow extends StreamRef {
  /** The host, the name of the series, or the source: what a reader knows it by. */
  readonly series_name: string;
  readonly state: SilenceState;
  /** ISO 8601 in UTC. */
  readonly last_seen: string;
  /** False where only the hour is known: then it is the beginning of that hour. */
  readonly is_to_the_minute: boolean;
  /** When the silence stopped to be chance; null for a stream without a deadline that is gone. */
  readonly due_by: string | null;
  /** When the silence began: the last event. */
  readonly silent_since: string;
  /** When it spoke again; null where it has not. */
  readonly recovered_at: string | null;
  readonly usual_per_day: number;
  /** "12 an hour on working days". */
  readonly usual: string;
  /** "less than 2 hours". */
  readonly longest_gap: string;
  /** The how-manyth morning it is; 0 before the first. */
  readonly mornings: number;
  /** Events that are missing by the usual week. */
  readonly missing: number;
  /** Until when it is muted; null where it is not. */
  readonly muted_until: string | null;
  readonly reason: string | null;
  /** Events on each of the last 31 days, the day that is looked at last; null where not known. */
  readonly daily: readonly (number | null)[];
  /** Streams that are silent for the same cause: hosts and series of a source, or series of a host. */
  readonly below: readonly FoldedStream[];
  /** How many these are. */
  readonly folded: number;
  readonly sentence: string;
}

/** A stream that is silent since a source or a host is. */
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

/** What of a row is kept where another one stands for it. */
export function foldedStream(row: FoldedStream): FoldedStream {
  const { source, host, subtype, series_name, state, last_seen, is_to_the_minute, due_by } = row;
  const { usual_per_day, usual, longest_gap } = row;
  const ref = { source, host, subtype, series_name, state };
  return { ...ref, last_seen, is_to_the_minute, due_by, usual_per_day, usual, longest_gap };
}

export function streamKey({ source, host, subtype }: StreamRef): string {
  return JSON.stringify([source, host, subtype]);
}
