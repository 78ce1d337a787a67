import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { ClosedIndex, ClosedIndices } from './closed_indices';
import type { LogDays } from './log_days';

/** The result, or why it is not known: unknown is not zero. */
export type Answer<T> = { readonly state: 'known'; readonly value: T } | Unknown;

/** Why something is not known. */
export interface Unknown {
  readonly state: 'unknown';
  readonly reason: string;
  /** The trouble may pass, so that asking again may help; absent if it is permanent. */
  readonly is_passing?: true;
}

/** @param isPassing whether asking again may help */
export function unknownFor(reason: string, isPassing: boolean): Unknown {
  return { state: 'unknown', reason, ...(isPassing ? { is_passing: true } : {}) };
}

/** An answer, and how many search requests it took. */
export type Searched<T> = Answer<T> & {
  readonly searches: number;
  /**
   * The fewest shards that one of the searches behind the answer asked, also of one that others share;
   * absent if that is not known.
   */
  readonly shards?: number;
  /** How many the last of them asked; absent if all asked as many. */
  readonly last_shards?: number;
  /** When the last of them was sent, in milliseconds of `performance.now()`; absent if not known. */
  readonly sent_at?: number;
};

/** Indices that are searched together because they map the fields of a source the same way. */
export interface IndexGroup {
  /** An index expression: the source's own, or names separated by commas. */
  readonly index: string;
  /** The indices that the expression was found to match, by name; absent if that is not known. */
  readonly names?: readonly string[];
  /** Clauses about the expression of the source that a reader should know; absent if there are none. */
  readonly notes?: readonly string[];
  /**
   * For each field that the source names, the field to use: the same one, or its `.keyword` twin.
   */
  readonly fields: ReadonlyMap<string, string>;
  /** The kind of values in the first subtype field, such as "keyword"; null if no index maps it. */
  readonly subtype_kind: string | null;
  /** Why documents of these indices cannot be counted; null if they can. */
  readonly unusable: string | null;
}

/** How many documents a group of indices has on a day. */
export interface DayDocuments {
  /** Of the source and of anything else. */
  readonly all: number;
  /** Of the source; null if it was not requested. */
  readonly of_source: number | null;
}

/** Counts of earlier runs. */
export interface KeptDays {
  readonly days: ReadonlyMap<Day, SourceDay>;
  /** Why kept counts cannot be used, in a sentence; null if they can. */
  readonly problem: string | null;
  /** The obstacle may pass; absent if it is permanent. */
  readonly is_passing?: true;
}

/** The ports that counting needs. */
export interface CountingPorts {
  /** Which privileges are missing on the source's indices, a phrase each; none without security. */
  missingRights(source: Source, signal: AbortSignal): Promise<readonly string[]>;
  /** The source's indices; no group if there are none. */
  indexGroups(source: Source, signal: AbortSignal): Promise<Answer<readonly IndexGroup[]>>;
  /** Those of the source's indices that are closed, so no search looks into them. */
  closedIndices(source: Source, now: Date, signal: AbortSignal): Promise<Answer<ClosedIndices>>;
  /**
   * The names of those that are closed. They were listed after the days' documents were looked up, and
   * may be shared by sources that share these.
   */
  closedNames(source: Source, signal: AbortSignal): Promise<Answer<readonly string[]>>;
  /** Stores which are closed, and since when. Returns why it cannot, or null when it is done. */
  keepClosed(
    source: Source,
    closed: readonly ClosedIndex[],
    signal: AbortSignal,
  ): Promise<string | null>;
  /** Documents of each of the days, and those of the source on the checked days: one search. */
  dayDocuments(
    source: Source,
    group: IndexGroup,
    days: readonly LocalDay[],
    checked: readonly LocalDay[],
    signal: AbortSignal,
  ): Promise<Searched<ReadonlyMap<Day, DayDocuments>>>;
  /**
   * Which days these indices have logs of, starting from one that has none; null without a
   * document.
   */
  logDays(
    source: Source,
    groups: readonly IndexGroup[],
    tested: LocalDay,
    signal: AbortSignal,
  ): Promise<Answer<LogDays | null>>;
  /** Counts the hours of a day. */
  countDay(
    source: Source,
    group: IndexGroup,
    day: LocalDay,
    signal: AbortSignal,
  ): Promise<Searched<SourceDay>>;
  /**
   * Counts the hours of several days at once; unknown where one of them cannot be counted so, for
   * whatever reason.
   */
  countDays(
    source: Source,
    group: IndexGroup,
    days: readonly LocalDay[],
    signal: AbortSignal,
  ): Promise<Searched<readonly SourceDay[]>>;
  /**
   * How many days `countDays` may be asked for at once where one of them has so many series; less
   * than 2 where each is to be counted alone.
   */
  daysInOneSearch(source: Source, group: IndexGroup, day: LocalDay, series: number): number;
  /** The kept counts of those of the days that have some for the source as it is defined now. */
  readKept(
    source: Source,
    zone: string,
    days: readonly Day[],
    signal: AbortSignal,
  ): Promise<KeptDays>;
  /**
   * Keeps a day's counts, replacing earlier ones. Returns why it cannot, or null when it is done.
   */
  keep(source: Source, counts: SourceDay, signal: AbortSignal): Promise<string | null>;
}
