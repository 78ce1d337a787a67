import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { ClosedIndex, ClosedIndices } from './closed_indices';
import type { LogDays } from './log_days';

/** What was asked for, or why it is not known: unknown is not zero. */
export type Answer<T> = { readonly state: 'known'; readonly value: T } | Unknown;

/** Why something is not known. */
export interface Unknown {
  readonly state: 'unknown';
  readonly reason: string;
  /** The trouble may pass, so that asking again may help; absent where it stays. */
  readonly is_passing?: true;
}

/** @param isPassing whether asking again may help */
export function unknownFor(reason: string, isPassing: boolean): Unknown {
  return { state: 'unknown', reason, ...(isPassing ? { is_passing: true } : {}) };
}

/** An answer, and how many search requests it took. */
export type Searched<T> = Answer<T> & { readonly searches: number };

/** Indices that are searched together: they map the fields of a source alike. */
export interface IndexGroup {
  /** An index expression: the source's own, or names with commas between. */
  readonly index: string;
  /** For each field that the source names, the field to use: itself, or its `.keyword` twin. */
  readonly fields: ReadonlyMap<string, string>;
  /** The kind of values in the first subtype field, such as "keyword"; null where none maps it. */
  readonly subtype_kind: string | null;
  /** Why documents of these indices cannot be counted; null where they can. */
  readonly unusable: string | null;
}

/** How many documents a group of indices has on a day. */
export interface DayDocuments {
  /** Of the source and of anything else. */
  readonly all: number;
  /** Of the source; null where it was not asked for. */
  readonly of_source: number | null;
}

/** Counts of earlier runs. */
export interface KeptDays {
  readonly days: ReadonlyMap<Day, SourceDay>;
  /** Why kept counts cannot be used, in a sentence; null where nothing is in the way. */
  readonly problem: string | null;
  /** What is in the way may pass; absent where it stays. */
  readonly is_passing?: true;
}

/** What counting needs from the outside. */
export interface CountingPorts {
  /** Which privileges are missing on the source's indices, a phrase each; none without security. */
  missingRights(source: Source, signal: AbortSignal): Promise<readonly string[]>;
  /** The source's indices; no group where none is there. */
  indexGroups(source: Source, signal: AbortSignal): Promise<Answer<readonly IndexGroup[]>>;
  /** Those of the source's indices that are closed, which no search looks into. */
  closedIndices(source: Source, now: Date, signal: AbortSignal): Promise<Answer<ClosedIndices>>;
  /** Notes which are closed, and since when. Returns why it cannot, or null when it is done. */
  keepClosed(
    source: Source,
    closed: readonly ClosedIndex[],
    signal: AbortSignal,
  ): Promise<string | null>;
  /** Documents of each of the days, and those of the source on the days that are checked: one search. */
  dayDocuments(
    source: Source,
    group: IndexGroup,
    days: readonly LocalDay[],
    checked: readonly LocalDay[],
    signal: AbortSignal,
  ): Promise<Searched<ReadonlyMap<Day, DayDocuments>>>;
  /** Which days these indices have logs of, seen from one that has none; null without a document. */
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
  /** Counts of those of the days that were kept for the source as it is defined now. */
  readKept(
    source: Source,
    zone: string,
    days: readonly Day[],
    signal: AbortSignal,
  ): Promise<KeptDays>;
  /** Keeps a day's counts in place of what was kept. Returns why it cannot, or null when it is done. */
  keep(source: Source, counts: SourceDay, signal: AbortSignal): Promise<string | null>;
}
