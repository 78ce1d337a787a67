import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import type { Finding } from '../../../common/waveform/hours';
import type { DrawnSource } from '../../app/assessing';
import { type DayView, ownRunId, runIdOf } from '../../app/runs';
import type { Reader } from '../reader';
import { allOver } from '../../app/basics';

/** What was read of a day before its runs were known. */
export interface ReadAhead {
  readonly run_ids: ReadonlySet<string>;
  /** The findings of these runs. */
  readonly findings: readonly Finding[];
  readonly drawn: readonly DrawnSource[];
}

/**
 * Reads the findings of the runs that a day most likely has, and what reports draw of its sources:
 * together with the runs, instead of after them. `findingsAhead` and `drawnAhead` tell what of it
 * belongs to the runs that were found.
 *
 * @throws the client's errors
 */
export async function readAhead(
  reader: Reader,
  { zone, sources }: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<ReadAhead> {
  const { scope, user } = reader;
  const shared = runIdOf(scope, day, zone);
  const ids = [shared, ownRunId({ scope, day, zone }, user)];
  const likely = sources.filter(({ enabled }) => enabled);
  const [findings, drawn] = await allOver([
    reader.fetchFindings(ids, signal),
    reader.fetchDrawnSeries(
      likely.map(({ id }) => ({ run_id: shared, source: id })),
      signal,
    ),
  ]);
  return { run_ids: new Set(ids), findings, drawn };
}

/**
 * The findings that were read ahead, if they are as many for each source as its run says. An
 * analysis that ended meanwhile may have stored them later than they were read.
 *
 * @returns undefined if they have to be read again
 */
export function findingsAhead(
  { run_ids: ids, findings }: ReadAhead,
  { run, results }: DayView,
): readonly Finding[] | undefined {
  if (![run, ...results.map((one) => one.run)].every(({ run_id: id }) => ids.has(id))) {
    return undefined;
  }
  const isWhole = results.every(({ run: { run_id: id }, result: { source, findings: number } }) => {
    const own = findings.filter((one) => one.source === source && one.run_id === id);
    return own.length === number;
  });
  return isWhole ? findings : undefined;
}

/**
 * What reports draw of the sources that were read ahead: of the attempts that are shown. A source
 * without series has nothing to draw, so nothing of it is missing.
 */
export function drawnAhead(
  { drawn }: ReadAhead,
  { results }: DayView,
): { readonly known: readonly DrawnSource[]; readonly missing: DayView['results'] } {
  const found = results.map(({ run: { run_id: id, attempt }, result: { source } }) =>
    drawn.find((one) => one.run_id === id && one.source === source && one.attempt === attempt),
  );
  return {
    known: found.flatMap((one) => one ?? []),
    missing: results.filter(
      ({ result: { series } }, place) => found[place] === undefined && series > 0,
    ),
  };
}
