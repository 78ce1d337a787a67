import { momentWords } from '../../../../common/waveform/words';
import { attemptsAt } from '../earlier_attempts';
import { definitionIn } from '../other_definition';
import { sumOnce } from '../overview/documents_once';
import type { Run, SourceResult } from '../run';
import { isShared } from '../run_owner';
import { sentencesOf } from '../source_notes';

/** The newest result of a source on a day that a reader may see. */
export interface HeldResult {
  readonly result: SourceResult;
  /** The attempt that it comes from, as a run. */
  readonly run: Run;
}

/** A day as a reader sees it: each source with the newest result that the reader may see. */
export interface DayView {
  /** The latest run, with the results and totals of all valid results instead of its own. */
  readonly run: Run;
  /** One for each source. */
  readonly results: readonly HeldResult[];
}

function latestFirst(a: Run, b: Run): number {
  return Date.parse(b['@timestamp']) - Date.parse(a['@timestamp']);
}

/** An unknown source does not replace an older result that knows it. */
function heldResults(attempts: readonly Run[]): HeldResult[] {
  const held = new Map<string, HeldResult>();
  for (const run of attempts) {
    for (const result of run.source_results) {
      const newer = held.get(result.source)?.result.state;
      if (newer === undefined || (newer === 'unknown' && result.state === 'judged')) {
        held.set(result.source, { result, run });
      }
    }
  }
  return [...held.values()];
}

/** Notes about results that are not from the latest run. */
function notesOnEarlier(latest: Run, results: readonly HeldResult[]): string[] {
  const isOver = latest.status === 'analyzed' || latest.status === 'partial';
  const asked = new Set(latest.source_results.map(({ source }) => source));
  const notes = results
    .filter(({ run }) => run.attempt !== latest.attempt)
    .flatMap(({ run, result: { source, notes: own = [] } }) => {
      const when = `result of the analysis of ${momentWords(run['@timestamp'], run.zone)}`;
      const words =
        isOver && !asked.has(source) ? `${when}, the latest one did not cover it` : when;
      return [...own, words].map((one) => ({ source, words: one }));
    });
  return sentencesOf(notes);
}

function sum(results: readonly HeldResult[], of: (result: SourceResult) => number): number {
  return results.reduce((total, { result }) => total + of(result), 0);
}

function documentsIn(results: readonly HeldResult[]): number {
  return sumOnce(
    results.map(({ run: { settings }, result: { source, documents } }) => ({
      source: definitionIn(settings, source),
      documents,
    })),
  );
}

/**
 * Combines the runs of a day in one zone: those that everybody sees, and the reader's own.
 *
 * @returns undefined if there are none
 */
export function viewOfDay(runs: readonly Run[]): DayView | undefined {
  const attempts = runs.flatMap(attemptsAt).sort(latestFirst);
  const latest = [...runs].sort(latestFirst)[0];
  if (latest === undefined) return undefined;
  const results = heldResults(attempts);
  const isWhole = results.every(({ run }) => run.attempt === latest.attempt);
  // A single run is complete by itself, even if an older version has written it.
  if (isWhole && isShared(latest)) return { run: latest, results };
  const shared = runs.find(isShared);
  const run: Run = {
    ...latest,
    seen_by: results.find(({ run: { seen_by } }) => seen_by !== null)?.run.seen_by ?? null,
    source_results: results.map(({ result }) => result),
    series: sum(results, ({ series }) => series),
    series_unusual: sum(results, ({ series_unusual = 0 }) => series_unusual),
    findings: sum(results, ({ findings = 0 }) => findings),
    documents: documentsIn(results),
    tagged: shared?.tagged ?? null,
    ...(shared?.tagged_at_most && { tagged_at_most: true }),
    ...(shared?.tagged_unsettled && { tagged_unsettled: shared.tagged_unsettled }),
    left_out: [...latest.left_out, ...notesOnEarlier(latest, results)],
  };
  return { run, results };
}

/** The days of runs, each day of a zone as a reader sees it, in the order of the days. */
export function viewsOfDays(runs: readonly Run[]): DayView[] {
  const byDay = new Map<string, Run[]>();
  for (const run of runs) {
    const key = `${run.day} ${run.zone}`;
    byDay.set(key, [...(byDay.get(key) ?? []), run]);
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return days.flatMap(([, ofDay]) => viewOfDay(ofDay) ?? []);
}

/** For each run, the sources whose valid results come from it. */
export function sourcesByRun(
  views: readonly DayView[],
): { readonly run_id: string; readonly sources: readonly string[] }[] {
  const byRun = new Map<string, string[]>();
  for (const { run, result } of views.flatMap(({ results }) => results)) {
    byRun.set(run.run_id, [...(byRun.get(run.run_id) ?? []), result.source]);
  }
  return [...byRun].map(([run_id, sources]) => ({ run_id, sources }));
}

/** The run that the result of a source comes from; the latest one if there is no such result. */
export function runOfSource({ run, results }: DayView, source: string): Run {
  return results.find(({ result }) => result.source === source)?.run ?? run;
}
