import type { EarlierAttempt, Run, SourceResult } from './run';

function attemptOf(run: Run, results: readonly SourceResult[]): EarlierAttempt {
  return {
    '@timestamp': run['@timestamp'],
    attempt: run.attempt,
    status: run.status,
    seen_by: run.seen_by,
    method: run.method,
    settings_hash: run.settings_hash,
    settings: run.settings,
    judgments_hash: run.judgments_hash ?? null,
    judgments: run.judgments ?? [],
    calendar_hash: run.calendar_hash ?? null,
    calendar: run.calendar ?? [],
    source_results: results,
  };
}

/**
 * Older versions only stored how much was found for all sources together. One source gets all of
 * it.
 */
function withNumbers(result: SourceResult, { source_results, findings, series_unusual }: Run) {
  const isAlone = source_results.length === 1 && result.findings === undefined;
  return isAlone ? { ...result, findings, series_unusual } : result;
}

/**
 * The attempts without their results for some sources. Attempts without any result left are
 * dropped.
 */
export function withoutSources(
  attempts: readonly EarlierAttempt[],
  sources: ReadonlySet<string>,
): EarlierAttempt[] {
  return attempts
    .map((attempt) => ({
      ...attempt,
      source_results: attempt.source_results.filter(({ source }) => !sources.has(source)),
    }))
    .filter(({ source_results: results }) => results.length > 0);
}

/** The sources that a run, or an attempt, could assess. */
export function assessedSources({ source_results }: Pick<Run, 'source_results'>): Set<string> {
  return new Set(
    source_results.flatMap(({ source, state }) => (state === 'judged' ? [source] : [])),
  );
}

/**
 * What the next attempt at a run keeps until it has better results, source by source: the results
 * of the run, and below them what it had kept itself. An unknown source has no result.
 *
 * @param before the run as the ledger has it; undefined if the day has none
 */
export function carriedOn(before: Run | undefined): EarlierAttempt[] {
  if (before === undefined) return [];
  const assessed = before.source_results.filter(({ state }) => state === 'judged');
  const results = assessed.map((result) => withNumbers(result, before));
  const own = results.length === 0 ? [] : [attemptOf(before, results)];
  return [...own, ...withoutSources(before.earlier ?? [], assessedSources(before))];
}

/**
 * A run as one run for each of its attempts, the latest first: what each assessed, and with which
 * settings.
 */
export function attemptsAt(run: Run): Run[] {
  const { earlier = [], ...latest } = run;
  const byNobody = { judgments_hash: null, judgments: [], calendar_hash: null, calendar: [] };
  return [latest, ...earlier.map((attempt) => ({ ...latest, ...byNobody, ...attempt }))];
}
