import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import type { Finding } from '../../../common/waveform/hours';
import type { SeriesRecord } from '../assessing';
import type { CountingPorts } from '../counting';
import type { RunCost, Wait } from '../basics';
import type { ExplainingPorts } from '../explaining';
import type { CountInTurn, HostsAhead, NotKnown } from '../silence';
import type { TagFindingsPorts, TaggingPorts, TaggingResult } from '../tagging';
import type { OverviewPorts } from './overview/overview_ports';
import type { Run, RunProgress } from './run';

/** Takes the series of a source in portions of at most 500. */
export interface SeriesWriter {
  add(records: readonly SeriesRecord[]): Promise<void>;
  /** Replaces what an earlier attempt at the run stored by what was added. */
  close(): Promise<void>;
}

/** What a look at silence has stored for a day. Streams are in words. */
export interface KeptSilences {
  readonly silent: readonly string[];
  /** Those that earlier looks have stored, and that late data has lifted. */
  readonly lifted: readonly string[];
  /** What could not be looked at, in sentences. */
  readonly unwatched: readonly string[];
  /** The sources and hosts that were not: "solo; the hosts of app, db". Null if all are known. */
  readonly not_known: string | null;
  /** The same by ids of sources. */
  readonly not_known_of: NotKnown;
  /** Some of it could not because of trouble that may pass. */
  readonly is_troubled: boolean;
}

/** The ports for analyzing a day. */
export interface AnalyzeDayPorts {
  readonly counting: CountingPorts;
  /** Absent if nothing is asked over several sources. */
  readonly overview?: OverviewPorts;
  /** Absent if findings are stored without incidents and without who or what they are. */
  readonly explaining?: ExplainingPorts;
  /** Begins tagging or untagging. Facts about indices are fetched again. */
  readonly openTagging: () => TaggingPorts;
  /** Whether the documents of flagged hours are tagged. Without it, the run only looks. */
  readonly isTagging: boolean;
  /** Called with each batch of documents right after they were tagged. */
  readonly onTagged?: TagFindingsPorts['onTagged'];
  /** Receives the result of tagging. */
  readonly onTaggingDone?: (result: TaggingResult) => void;
  readonly now: () => Date;
  saveRun(run: Run, signal: AbortSignal): Promise<void>;
  /** Findings that an earlier attempt at the run has stored for these sources. */
  readonly earlierFindings?: (
    runId: string,
    sources: ReadonlySet<string>,
    signal: AbortSignal,
  ) => Promise<readonly Finding[]>;
  /** Begins to store the series of a source as the run sees them; absent if nothing is stored. */
  readonly openSeries?: (run: Run, source: Source, signal: AbortSignal) => SeriesWriter;
  /**
   * Stores these findings for the run, and removes all others of the sources that it could assess.
   */
  saveFindings(run: Run, findings: Iterable<Finding>, signal: AbortSignal): Promise<void>;
  /**
   * Begins to count the hosts for `keepSilences` while sources are counted and assessed. Absent if
   * nothing is begun before it.
   */
  readonly countHosts?: (
    run: Pick<Run, 'day' | 'zone'>,
    settings: Settings,
    hosts: HostsAhead,
    inTurn: CountInTurn,
    signal: AbortSignal,
  ) => Promise<void>;
  /**
   * Stores what was silent at the end of the day of a run, or at present if the day is not over.
   * Absent if nothing is looked for.
   *
   * @param hosts what `countHosts` has begun
   */
  readonly keepSilences?: (
    run: Pick<Run, 'day' | 'zone'>,
    settings: Settings,
    hosts: HostsAhead,
    signal: AbortSignal,
  ) => Promise<KeptSilences>;
  /** Waits before a failed request is sent again; absent if that is done at once. */
  readonly wait?: Wait;
  /** The requests of these ports to Elasticsearch so far; absent if they are not counted. */
  readonly spent?: () => RunCost;
  /** What went wrong, in a sentence. */
  readonly describeError: (error: unknown) => string;
  /** Whether the error means that the user's login has expired. */
  readonly isSessionOver?: (error: unknown) => boolean;
  readonly onProgress?: (progress: RunProgress) => void;
}
