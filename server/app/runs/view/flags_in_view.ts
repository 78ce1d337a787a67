import { viewsOfDays } from './day_view';
import type { Run } from '../run';

/** What is flagged, and by which run. */
interface Flag {
  readonly run_id: string;
  readonly source: string;
}

function keyOf({ day, zone }: Pick<Run, 'day' | 'zone'>, source: string): string {
  return JSON.stringify([day, zone, source]);
}

/**
 * Leaves out what a reader is not shown: flags of runs that the reader may not see, and those of
 * results that a newer one has replaced for this reader.
 *
 * @param runs those that the reader may see, of all days that the flags may be on
 */
export function flagsInView<T extends Flag>(flags: readonly T[], runs: readonly Run[]): T[] {
  const visible = new Map(runs.map((run) => [run.run_id, run]));
  const holders = new Map(
    viewsOfDays(runs).flatMap(({ results }) =>
      results.map(({ run, result }) => [keyOf(run, result.source), run.run_id] as const),
    ),
  );
  return flags.filter(({ run_id: runId, source }) => {
    const run = visible.get(runId);
    if (run === undefined) return false;
    // A run of an older version that failed does not say what it had found before.
    return (holders.get(keyOf(run, source)) ?? runId) === runId;
  });
}
