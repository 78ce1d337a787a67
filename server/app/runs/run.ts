import type { CalendarDay } from '../../../common/calendar';
import type { Day } from '../../../common/time';
import type { LogDays } from '../counting';
import type { SeriesBasis } from '../../../common/waveform/words';
import type { RunCost } from '../basics';
import type { NotKnown } from '../silence';
import type { TaggedDocuments } from '../tagging';

/**
 * `canceling`: somebody wants it to stop. `partial`: the day was not over, or something was left
 * out. `failed` and `canceled` can be run again.
 */
export type RunStatus = 'running' | 'canceling' | 'analyzed' | 'partial' | 'failed' | 'canceled';

/** Who began a run: a user of the page or the API, the schedule, or the command line. */
export type RunOrigin = 'user' | 'schedule' | 'command';

/** The progress of a run. Numbers that are not known yet are 0. */
export interface RunProgress {
  readonly phase: 'counting' | 'tagging' | 'untagging' | 'done';
  /** The tested day and its training days. */
  readonly days: number;
  readonly days_counted: number;
  readonly series: number;
  readonly series_compared: number;
  readonly findings: number;
  readonly documents_to_tag: number;
  readonly documents_tagged: number;
}

/** Before anything is done. */
export const NO_PROGRESS: RunProgress = {
  phase: 'counting',
  days: 0,
  days_counted: 0,
  series: 0,
  series_compared: 0,
  findings: 0,
  documents_to_tag: 0,
  documents_tagged: 0,
};

/** The result of one source in a run. */
export interface SourceResult {
  readonly source: string;
  /** `unknown`: its documents of the day could not be counted, or none of its indices exists. */
  readonly state: 'judged' | 'unknown';
  readonly series: number;
  /** Series that were not assessed, and those that are unusual but below the minimums. */
  readonly not_judged: number;
  readonly below_floor: number;
  /** Documents of the tested day, and how many of them lack the subtype field. */
  readonly documents: number;
  readonly without_subtype: number;
  /** Training days whose counts are known. */
  readonly training_days: number;
  /** Training days that are unknown because a closed index may hold their documents. */
  readonly closed_days?: number;
  /** The source had no document and no index on the day. */
  readonly is_absent?: true;
  /**
   * Some counts are unknown because of trouble that may pass: the source is to be assessed again.
   */
  readonly is_troubled?: true;
  /** An earlier attempt defined the source differently. Its results were left as they are. */
  readonly is_defined_otherwise?: true;
  /** Its settings probably do not fit its indices, since none of their documents is in a series. */
  readonly is_misfit?: true;
  /** Which days have logs, if the analyzed one has none. */
  readonly log_days?: LogDays;
  /** Search requests that counting took. */
  readonly searches: number;
  /** Its findings, and how many of its series are unusual; absent in runs of older versions. */
  readonly findings?: number;
  readonly series_unusual?: number;
  /** What its assessed series were compared with; absent in runs of older versions. */
  readonly bases?: readonly SeriesBasis[];
  /** Why series of it were not assessed, in sentences; absent in runs of older versions. */
  readonly not_assessed?: readonly { readonly reason: string; readonly series: number }[];
  /** What a reader should know about it, in words; absent in runs of older versions. */
  readonly notes?: readonly string[];
}

/** The results of an earlier attempt at a run, for the sources that later ones did not replace. */
export type EarlierAttempt = Pick<
  Run,
  | '@timestamp'
  | 'attempt'
  | 'status'
  | 'seen_by'
  | 'method'
  | 'settings_hash'
  | 'settings'
  | 'judgments_hash'
  | 'judgments'
  | 'calendar_hash'
  | 'calendar'
  | 'source_results'
>;

/** One analysis of one day: a document of `logwave-runs`, the run history. */
export interface Run {
  /** When the run began, ISO 8601 in UTC. */
  readonly '@timestamp': string;
  readonly scope: string;
  /**
   * Derived from scope, day and zone: analyzing the day again is another attempt at the same run.
   * If the user may not see all documents, the run has an id of its own, with the user's name.
   */
  readonly run_id: string;
  readonly day: Day;
  readonly zone: string;
  readonly status: RunStatus;
  /** Which attempt at the run this is. It shows a process whether the run is still its own. */
  readonly attempt: string;
  /** The last sign of life, ISO 8601 in UTC. */
  readonly heartbeat_at: string;
  /** Null if no user is known: security is off. */
  readonly started_by: string | null;
  readonly origin: RunOrigin;
  /**
   * The user whose rights the counts were made with, if they did not allow seeing all documents.
   */
  readonly seen_by: string | null;
  readonly progress: RunProgress;
  readonly method: string;
  readonly settings_hash: string;
  /** The settings of the run, so that it can be computed again. */
  readonly settings: unknown;
  /** A digest of what the judgments changed in it; null or absent if it was made without any. */
  readonly judgments_hash?: string | null;
  /** Ids of the judgments that it was made with, ascending. */
  readonly judgments?: readonly string[];
  /** A digest of what the calendars changed in it; null or absent if it was made without any. */
  readonly calendar_hash?: string | null;
  /** The days of calendars that it was made with, so that it can be computed again. */
  readonly calendar?: readonly CalendarDay[];
  readonly source_results: readonly SourceResult[];
  /**
   * Earlier attempts, the latest first, with their results for sources that this one was not asked
   * about or could not assess; absent in runs of older versions. No source is in two of them.
   */
  readonly earlier?: readonly EarlierAttempt[];
  readonly series: number;
  readonly series_unusual: number;
  readonly findings: number;
  /** Documents of the tested day that were counted, each once, even if several sources count it. */
  readonly documents: number;
  /**
   * Documents that had a tag of this day's findings when the run ended, or null if it was not asked
   * to tag, or all tags were removed. The journal lists how many have one now.
   */
  readonly tagged: number | null;
  /** Set if `tagged` counts a document once for each of its tags; not stored. */
  readonly tagged_at_most?: true;
  /**
   * How many more documents may have a tag or not, because no answer came; absent if there are
   * none. Not stored.
   */
  readonly tagged_unsettled?: number;
  /** Documents whose tags a canceled run removed; null if none were. */
  readonly untagged: number | null;
  readonly duration_ms: number;
  /**
   * Its requests to Elasticsearch; absent while it is in progress, and in runs of older versions.
   */
  readonly cost?: RunCost;
  /** What was left out, and why: one sentence each. */
  readonly left_out: readonly string[];
  /** Streams that an earlier look found silent on the day, and that were not, by late data. */
  readonly lifted_silences?: readonly string[];
  /**
   * Of what it is not known whether it was silent at the end of the day, such as "the hosts of app";
   * absent if all is known, and in runs of older versions.
   */
  readonly silence_not_known?: string;
  /** The same by ids of sources; absent if all is known, and in runs of older versions. */
  readonly silence_not_known_of?: NotKnown;
  /** What failed, in a sentence; null if nothing did. */
  readonly error: string | null;
}

/** The id of the one run that a day of a zone has in a scope. */
export function runIdOf(scope: string, day: Day, zone: string): string {
  return `${scope}:${day}:${zone}`;
}

/**
 * A run with the number of documents of its day that have a tag at this moment.
 *
 * @param now what the journal lists for the day; undefined if it lists nothing
 */
export function withTaggedNow(run: Run, now: TaggedDocuments | undefined): Run {
  if (now === undefined) return { ...run, tagged: run.tagged === null ? null : 0 };
  const { documents, is_most: isMost, unsettled } = now;
  return {
    ...run,
    tagged: documents,
    ...(isMost ? { tagged_at_most: true } : {}),
    ...(unsettled === undefined ? {} : { tagged_unsettled: unsettled }),
  };
}
