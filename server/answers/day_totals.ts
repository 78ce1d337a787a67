import type { SeriesRow } from '../../common/api';
import { countIncidents } from '../../common/incidents';
import { basesOf, type SeriesBasis } from '../../common/waveform/words';
import type { Finding } from '../../common/waveform/hours';
import { runOfSource, sourcesByRun, type DayView } from '../app/runs';
import type { FlaggedEvents } from '../app/showing';
import { countUnjudged, fetchRowMarks, unjudgedAmong } from './marked_rows';
import type { Reader } from './reader';
import { allOver } from '../app/basics';

/** The totals of all series of a day. */
export interface DayTotals {
  readonly series: number;
  /** Those with a finding. */
  readonly unusual: number;
  /** How many incidents there are. */
  readonly incidents: number;
  /**
   * Those with a finding that is neither judged nor muted; absent if no finding of the day is
   * judged.
   */
  readonly unjudged?: number | undefined;
  readonly not_judged: number;
  readonly below_floor: number;
  /** Events in flagged hours of series. */
  readonly events_flagged: number;
  /** What the assessed series were compared with. */
  readonly bases: readonly SeriesBasis[];
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function basesIn(rows: readonly Pick<SeriesRow, 'state' | 'basis'>[]): SeriesBasis[] {
  const assessed = rows.filter(({ state }) => state !== 'not_judged');
  return basesOf(assessed.map(({ basis }) => ({ basis, series: 1 })));
}

/** How many findings still need a judgment; undefined if none is judged or muted yet. */
function unjudgedIn(
  rows: readonly Pick<SeriesRow, 'finding' | 'judgment' | 'mute'>[],
): Pick<DayTotals, 'unjudged'> {
  return { unjudged: unjudgedAmong(rows.filter(({ finding }) => finding !== null)) };
}

/** The incidents of findings. */
function incidentsIn(rows: readonly Pick<SeriesRow, 'finding'>[]): number {
  return countIncidents(rows.flatMap(({ finding }) => finding ?? []));
}

/** Events in the flagged hours of findings. */
function eventsIn(rows: readonly Pick<SeriesRow, 'finding'>[]): number {
  return sum(rows, ({ finding }) => sum(finding?.flagged ?? [], ({ events }) => events));
}

/** The totals of a day whose rows were all read. */
export function totalsOfRows(rows: readonly SeriesRow[]): DayTotals {
  const inState = (wanted: SeriesRow['state']): number =>
    rows.filter(({ state }) => state === wanted).length;
  return {
    series: rows.length,
    unusual: rows.filter(({ finding }) => finding !== null).length,
    incidents: incidentsIn(rows),
    ...unjudgedIn(rows),
    not_judged: inState('not_judged'),
    below_floor: inState('below_floor'),
    events_flagged: eventsIn(rows),
    bases: basesIn(rows),
  };
}

/** What series were compared with. Runs have it, except those of older versions. */
export async function fetchBases(
  reader: Reader,
  { results, run }: DayView,
  signal: AbortSignal,
): Promise<SeriesBasis[]> {
  const silent = results.filter(({ result }) => result.bases === undefined);
  const stored = await reader.fetchStoredSeries(
    sourcesByRun([{ run, results: silent }]),
    ['state', 'basis'],
    signal,
  );
  const told = results.flatMap(({ result }) => result.bases ?? []);
  return basesOf([...told, ...basesIn(stored.flatMap(({ series }) => series))]);
}

/** The totals of a day, and the series that its findings are about. */
export interface FetchedTotals {
  readonly totals: DayTotals;
  readonly flagged: readonly Pick<FlaggedEvents, 'source' | 'subtype'>[];
}

/**
 * The totals of a day from its runs and findings. No series is read, except that runs of older
 * versions need two short fields of each.
 */
export async function fetchDayTotals(
  reader: Reader,
  view: DayView,
  signal: AbortSignal,
): Promise<FetchedTotals> {
  const ids = new Set([view.run, ...view.results.map(({ run }) => run)].map((run) => run.run_id));
  const [found, bases, marks] = await allOver([
    allOver([...ids].map((id) => reader.fetchFlaggedEvents(id, signal))),
    fetchBases(reader, view, signal),
    fetchRowMarks(reader, signal),
  ]);
  const flagged = found
    .flat()
    .filter(({ run_id: id, source }) => runOfSource(view, source).run_id === id)
    .filter(({ subtype }) => subtype !== null);
  const events = sum(flagged, (one) => one.events);
  const incidents = countIncidents(flagged);
  const unjudged = countUnjudged(flagged, marks, view.run);
  const counted = { unusual: flagged.length, incidents, unjudged, events_flagged: events };
  return { totals: totalsOfView(view, { ...counted, bases }), flagged };
}

function totalsOfView(
  { results }: DayView,
  found: Pick<DayTotals, 'unusual' | 'incidents' | 'unjudged' | 'events_flagged' | 'bases'>,
): DayTotals {
  const all = results.map(({ result }) => result);
  return {
    series: sum(all, ({ series }) => series),
    not_judged: sum(all, ({ not_judged }) => not_judged),
    below_floor: sum(all, ({ below_floor }) => below_floor),
    ...found,
  };
}

/** The totals of a day when only the unusual rows were read. */
export function totalsOfFindings(
  view: DayView,
  rows: readonly Pick<SeriesRow, 'finding' | 'judgment' | 'mute'>[],
  bases: readonly SeriesBasis[],
): DayTotals {
  const found = {
    unusual: rows.length,
    incidents: incidentsIn(rows),
    ...unjudgedIn(rows),
    events_flagged: eventsIn(rows),
  };
  return totalsOfView(view, { ...found, bases });
}

/** The findings about whole sources, with one request for the sources that may have one. */
export async function fetchSourceFindings(
  reader: Reader,
  { results }: DayView,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const having = results.filter(
    ({ result: { findings, series_unusual: unusual } }) =>
      findings === undefined || findings > (unusual ?? 0),
  );
  const about = having.map(({ run, result: { source } }) => ({
    run_id: run.run_id,
    source,
    subtype: null,
  }));
  return reader.fetchFindingsAbout(about, signal);
}
