import { viewsOfDays } from './day_view';
import type { Run, SourceResult } from '../run';

/** A finding, as far as it is counted. */
interface Found {
  readonly run_id: string;
  readonly source: string;
  /** Null if it is about the whole source. */
  readonly subtype: string | null;
}

const NOTHING = { findings: 0, series_unusual: 0 };

function isLacking({ findings, series_unusual: unusual }: SourceResult): boolean {
  return findings === undefined || unusual === undefined;
}

/**
 * The runs that only store how much was found for all of their sources together, though it is
 * needed by source because results of other runs are shown with theirs. The first version stored
 * them that way.
 *
 * @param runs those that a reader may see
 */
export function runsLackingNumbers(runs: readonly Run[]): Run[] {
  const whole = new Set(runs);
  const summed = viewsOfDays(runs).filter(({ run }) => !whole.has(run));
  const held = summed.flatMap(({ results }) => results);
  const ids = new Set(held.flatMap(({ run, result }) => (isLacking(result) ? [run.run_id] : [])));
  return runs.filter(({ run_id: id }) => ids.has(id));
}

/**
 * The runs with how much was found in each source, filled in if they do not have it.
 *
 * @param found all that is stored of these runs
 */
export function withFoundNumbers(runs: readonly Run[], found: readonly Found[]): Run[] {
  const numbers = new Map<string, { findings: number; series_unusual: number }>();
  const keyOf = (runId: string, source: string): string => JSON.stringify([runId, source]);
  for (const { run_id: id, source, subtype } of found) {
    const key = keyOf(id, source);
    const { findings, series_unusual: unusual } = numbers.get(key) ?? NOTHING;
    const more = subtype === null ? 0 : 1;
    numbers.set(key, { findings: findings + 1, series_unusual: unusual + more });
  }
  return runs.map((run) => {
    const filled = (result: SourceResult): SourceResult =>
      isLacking(result)
        ? { ...result, ...(numbers.get(keyOf(run.run_id, result.source)) ?? NOTHING) }
        : result;
    const earlier = run.earlier?.map((attempt) => ({
      ...attempt,
      source_results: attempt.source_results.map(filled),
    }));
    const source_results = run.source_results.map(filled);
    return { ...run, source_results, ...(earlier === undefined ? {} : { earlier }) };
  });
}
