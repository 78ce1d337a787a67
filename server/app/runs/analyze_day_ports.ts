import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import type { Finding } from '../../../common/waveform/hours';
import type { SeriesRecord } from '../assessing';
import type { CountedSource } from '../counting';
import type { Wait } from '../basics';
import type { Run, RunProgress } from './run';

/** What became of tagging: how many documents carry the tag now, and what was refused. */
export interface TagOutcome {
  readonly tagged: number;
  readonly left_out: readonly string[];
  /**
   * Whether some documents could not even be looked at, or were refused for trouble that may pass:
   * tagging again may do more.
   */
  readonly is_incomplete?: boolean;
}

/** Takes the series of a source in portions of at most 500. */
export interface SeriesWriter {
  add(records: readonly SeriesRecord[]): Promise<void>;
  /** What was added takes the place of what an earlier attempt at the run stored. */
  close(): Promise<void>;
}

/** What analyzing a day needs from the outside. */
export interface AnalyzeDayPorts {
  countSource(
    source: Source,
    tested: LocalDay,
    training: readonly Day[],
    /** Told of each day that is counted, or whose kept counts are used. */
    onDay: () => void,
    signal: AbortSignal,
  ): Promise<CountedSource>;
  saveRun(run: Run, signal: AbortSignal): Promise<void>;
  /** Findings that an earlier attempt at the run has stored for these sources. */
  readonly earlierFindings?: (
    runId: string,
    sources: ReadonlySet<string>,
    signal: AbortSignal,
  ) => Promise<readonly Finding[]>;
  /** Begins to store the series of a source as the run sees them; absent where nothing is stored. */
  readonly openSeries?: (run: Run, source: Source, signal: AbortSignal) => SeriesWriter;
  /** Stores these findings for the run, and no others of the sources that it could assess. */
  saveFindings(run: Run, findings: Iterable<Finding>, signal: AbortSignal): Promise<void>;
  /** Waits before what has failed is asked again; absent where that is done at once. */
  readonly wait?: Wait;
  /** Absent where the run only looks. */
  readonly tagFindings?: (
    findings: Iterable<Finding>,
    run: Run,
    /** Told how many documents carry their tag so far. */
    onTagged: (documents: number) => void,
    signal: AbortSignal,
  ) => Promise<TagOutcome>;
  /** What went wrong, in a sentence. */
  readonly describeError: (error: unknown) => string;
  /** Whether the error says that the user in whose name this runs is logged in no more. */
  readonly isSessionOver?: (error: unknown) => boolean;
  readonly onProgress?: (progress: RunProgress) => void;
}
