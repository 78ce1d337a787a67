import type { Source } from '../../../common/sources';
import type { Finding } from '../../../common/waveform/hours';
import type { SeriesRecord } from '../assessing';
import type { CountingPorts } from '../counting';
import type { RunCost, Wait } from '../basics';
import type { ExplainingPorts } from '../explaining';
import type { TagFindingsPorts, TaggingPorts, TaggingResult } from '../tagging';
import type { OverviewPorts } from './overview/overview_ports';
import type { Run, RunProgress } from './run';

/** Takes the series of a source in portions of at most 500. */
export interface SeriesWriter {
  add(records: readonly SeriesRecord[]): Promise<void>;
  /** What was added takes the place of what an earlier attempt at the run stored. */
  close(): Promise<void>;
}

/** What analyzing a day needs from the outside. */
export interface AnalyzeDayPorts {
  readonly counting: CountingPorts;
  /** Absent where nothing is asked over several sources. */
  readonly overview?: OverviewPorts;
  /** Absent where findings are told without incidents, and without who or what they are. */
  readonly explaining?: ExplainingPorts;
  /** Begins to tag or to untag: what is asked of an index is asked anew. */
  readonly openTagging: () => TaggingPorts;
  /** Whether the documents of flagged hours are tagged; without it the run only looks. */
  readonly isTagging: boolean;
  /** Called with each batch of documents right after they were tagged. */
  readonly onTagged?: TagFindingsPorts['onTagged'];
  /** Told what tagging came to. */
  readonly onTaggingDone?: (result: TaggingResult) => void;
  readonly now: () => Date;
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
  /** What these ports have asked of Elasticsearch so far; absent where nobody counts. */
  readonly spent?: () => RunCost;
  /** What went wrong, in a sentence. */
  readonly describeError: (error: unknown) => string;
  /** Whether the error says that the user in whose name this runs is logged in no more. */
  readonly isSessionOver?: (error: unknown) => boolean;
  readonly onProgress?: (progress: RunProgress) => void;
}
