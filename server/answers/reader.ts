import type { Day } from '../../common/time';
import type { Judgment, StreamMark } from '../../common/marks';
import type { Settings } from '../../common/settings';
import type { Source } from '../../common/sources';
import type { Finding } from '../../common/waveform/hours';
import type { DrawnSource, SeriesRecord, StoredSeries } from '../app/assessing';
import type { MissingRights } from '../app/basics';
import type { Answer, CountingPorts, IndexGroup } from '../app/counting';
import type { Run } from '../app/runs';
import type { TaggedDocuments } from '../app/tagging';
import type { SilenceRow } from '../app/silence';
import type { FlaggedDay, FlaggedEvents, FlaggedHours } from '../app/showing';

/** Days of a scope from `from` to `to`, inclusive. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** All days. Elasticsearch does not accept year 0. */
export const EVER: DayRange = { from: '0001-01-01', to: '9999-12-31' };

/** The numbers of tagged documents of days. */
export type TaggedByDay = ReadonlyMap<Day, TaggedDocuments>;

/** A day, with the settings and the time at which it is asked for. */
export interface AskedDay {
  readonly settings: Settings;
  readonly day: Day;
  readonly now: Date;
}

/**
 * The data that answers are made from, read in the name of one user and of one scope. Every
 * function throws what the store throws. A missing index is not an error.
 */
export interface Reader {
  /** Null without a user, as with security off. */
  readonly user: string | null;
  readonly scope: string;
  readonly counting: CountingPorts;
  /** As they are at this moment; those that are missing are left out. */
  fetchRunsById(runIds: readonly string[], signal: AbortSignal): Promise<readonly Run[]>;
  /** Oldest day first. */
  fetchRuns(range: DayRange, signal: AbortSignal): Promise<readonly Run[]>;
  /**
   * How many documents of each day are tagged, in any zone.
   *
   * @returns the days that have some
   */
  fetchTaggedByDay(range: DayRange, signal: AbortSignal): Promise<TaggedByDay>;
  /**
   * The runs with their findings and tagged documents counted as they are stored.
   *
   * @param tagged of their days, if it was read
   */
  withStoredNumbers(
    runs: readonly Run[],
    signal: AbortSignal,
    tagged?: TaggedByDay,
  ): Promise<readonly Run[]>;
  /** The findings of runs, those of one after those of another. */
  fetchFindings(runIds: readonly string[], signal: AbortSignal): Promise<readonly Finding[]>;
  /** The findings about single series or whole sources; those without one are left out. */
  fetchFindingsAbout(
    about: readonly Pick<Finding, 'run_id' | 'source' | 'subtype'>[],
    signal: AbortSignal,
  ): Promise<readonly Finding[]>;
  /** What the findings of a run have flagged, in any order. */
  fetchFlaggedEvents(runId: string, signal: AbortSignal): Promise<readonly FlaggedEvents[]>;
  /** @param range of all sources, or of one */
  fetchFlaggedDays(
    range: DayRange & { readonly source?: string },
    signal: AbortSignal,
  ): Promise<readonly FlaggedDay[]>;
  /** One series of a run, by its key or its whole subtype; undefined if it was not stored. */
  fetchOneStoredSeries(
    of: { readonly run_id: string; readonly source: string },
    asked: string,
    signal: AbortSignal,
  ): Promise<SeriesRecord | undefined>;
  /** @param range of all sources, or of one */
  fetchFlaggedHours(
    range: DayRange & { readonly source?: string },
    signal: AbortSignal,
  ): Promise<readonly FlaggedHours[]>;
  /**
   * The most unusual series of sources, by an attempt or by any; none for a source that an older
   * version has stored.
   */
  fetchDrawnSeries(
    wanted: readonly {
      readonly run_id: string;
      readonly source: string;
      readonly attempt?: string;
    }[],
    signal: AbortSignal,
  ): Promise<readonly DrawnSource[]>;
  /** @param fields the needed fields of a series; undefined for all */
  fetchStoredSeries<Field extends keyof SeriesRecord = keyof SeriesRecord>(
    wanted: readonly { readonly run_id: string; readonly sources: readonly string[] }[],
    fields: readonly Field[] | undefined,
    signal: AbortSignal,
  ): Promise<readonly StoredSeries<Pick<SeriesRecord, Field>>[]>;
  /** All judgments, including those that were taken back, and all marks of streams. */
  fetchJudgments(signal: AbortSignal): Promise<readonly Judgment[]>;
  fetchStreamMarks(signal: AbortSignal): Promise<readonly StreamMark[]>;
  /** What was silent on a day, without what was muted or marked as gone since. */
  fetchSilences(asked: AskedDay, signal: AbortSignal): Promise<readonly SilenceRow[]>;
  fetchIndexGroups(source: Source, signal: AbortSignal): Promise<Answer<readonly IndexGroup[]>>;
  /** Which of these index privileges the user lacks on the indices of an expression. */
  fetchMissingRights(
    expression: string,
    privileges: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly MissingRights[]>;
  /** Ids of the sources whose documents have a tag. */
  fetchTaggedSources(signal: AbortSignal): Promise<ReadonlySet<string>>;
}
