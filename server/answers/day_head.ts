import type { z } from 'zod';
import type { dayHeadSchema } from '../../common/api';
import type { Settings } from '../../common/settings';
import { localDay, zoneOffsetAt, MS_PER_MINUTE } from '../../common/time';
import {
  silentThings,
  summarySentence,
  unendedSentence,
  withoutNames,
} from '../../common/waveform/words';
import type { Finding } from '../../common/waveform/hours';
import { noLogsOn, silentSources, type Run } from '../app/runs';
import type { SilenceRow } from '../app/silence';
import type { DayTotals } from './day_totals';

export type DayHead = z.output<typeof dayHeadSchema>;

/** What a day shows beside the numbers of its series. */
export interface FlaggedOfDay {
  /** Findings about whole sources. */
  readonly ofSources: readonly Finding[];
  /** What findings about series are about. */
  readonly ofSeries: readonly Pick<Finding, 'source' | 'subtype'>[];
  /** What was silent at the end of the day. */
  readonly silences: readonly SilenceRow[];
}

/**
 * The sentence about a day.
 *
 * @param run as it is to be shown
 * @param settings those that the run was assessed by
 * @param hasNames false only counts silent hosts and series
 */
export function daySummary(
  run: Run,
  totals: DayTotals,
  { ofSources, ofSeries, silences }: FlaggedOfDay,
  settings: Settings,
  hasNames = true,
): string {
  const things = silentThings(silences, [...ofSources, ...ofSeries]);
  return summarySentence({
    ...totals,
    ...silentSources(run.source_results, ofSources),
    silences: hasNames ? things : withoutNames(things),
    not_known: run.silence_not_known,
    no_logs: noLogsOn(run.day, run.source_results),
    tagged: run.tagged,
    tagged_at_most: run.tagged_at_most,
    tagged_unsettled: run.tagged_unsettled,
    notes: run.left_out.length,
    unended: unendedSentence(run),
  });
}

/**
 * The summary of a day as a whole. A series or source that is silent and has a finding counts once.
 *
 * @param run as it is to be shown
 * @param settings those that the run was assessed by
 */
export function dayHead(
  run: Run,
  totals: DayTotals,
  flagged: FlaggedOfDay,
  settings: Settings,
): DayHead {
  const local = localDay(run.day, run.zone);
  const noon = (local.from + local.to) / 2;
  return {
    day: run.day,
    zone: run.zone,
    utc_offset_minutes: Math.round(zoneOffsetAt(noon, run.zone) / MS_PER_MINUTE),
    columns: local.columns.map(({ length, ranges }) => ({
      length,
      from: ranges[0]?.from ?? null,
      to: ranges[ranges.length - 1]?.to ?? null,
    })),
    method: run.method,
    limits: {
      // Surprise is a test divided by its own threshold.
      surprise: 1,
      difference: settings.talk.difference_limit,
      contribution: settings.talk.contribution_limit,
    },
    summary: daySummary(run, totals, flagged, settings),
    series_total: totals.series,
    series_unusual: totals.unusual,
    series_not_judged: totals.not_judged,
    series_below_floor: totals.below_floor,
    events: run.documents,
    events_flagged: totals.events_flagged,
  };
}
