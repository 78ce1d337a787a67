import type { Day } from '../../../common/time';
import type { Run } from './run';

/** A run as it was read, with a version that changes whenever somebody writes it. */
export interface VersionedRun {
  readonly run: Run;
  readonly version: string;
}

/** Where runs are kept: one for each day of a zone in a scope. */
export interface RunLedger {
  /** The run as it is at this moment; undefined if there is none. */
  read(runId: string, signal: AbortSignal): Promise<VersionedRun | undefined>;
  /**
   * Writes the run if nobody has since it was read.
   *
   * @param version the version that was read; null if there must be none yet
   * @returns the new version, or undefined if somebody else was first
   */
  write(run: Run, version: string | null, signal: AbortSignal): Promise<string | undefined>;
  /** The runs of the days from `from` to `to`, inclusive, oldest day first. */
  list(scope: string, from: Day, to: Day, signal: AbortSignal): Promise<readonly Run[]>;
}
