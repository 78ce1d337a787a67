import type { z } from 'zod';
import type { getSeriesOfDay, SeriesRow } from '../api';
import type { SilentStream } from './silent_streams';
import type { NamedBy } from './unnamed_sources';

/** Series of one source that could not be assessed for one reason. */
export interface NotAssessed {
  readonly source: string;
  readonly series: number;
  readonly reason: string;
}

/** A series as a report reads it. */
export type ReportSeries = Pick<
  SeriesRow,
  | 'source'
  | 'subtype'
  | 'state'
  | 'reason'
  | 'today'
  | 'usual'
  | 'inner'
  | 'outer'
  | 'top'
  | 'finding'
  | 'judgment'
  | 'mute'
>;

/** A day as the API answers it, with all of its series. Those without a finding may be left out. */
export type DayAnswer = Pick<
  z.output<typeof getSeriesOfDay.answer>,
  'run' | 'head' | 'source_findings'
> & {
  readonly series: readonly ReportSeries[];
  /** What could not be assessed, by the ids of sources; counted in `series` if absent. */
  readonly not_assessed?: readonly NotAssessed[];
  /** What was silent at the end of the day; absent if no check was made. */
  readonly silences?: readonly SilentStream[];
  /** The sources as the runs of the day had them; absent if that is not known. */
  readonly sources_of_runs?: readonly NamedBy[] | undefined;
  /** The summary with no name of a host or series; made of the counts if absent. */
  readonly summary_without_names?: string;
};
