import type { z } from 'zod';
import type { dayHeadSchema, SeriesRow } from '../../common/api';
import type { Settings } from '../../common/settings';
import { localDay, zoneOffsetAt, MS_PER_MINUTE } from '../../common/time';
import { summarySentence } from '../../common/waveform/words';
import type { Run } from '../app/runs';

export type DayHead = z.output<typeof dayHeadSchema>;

/**
 * What is said of a day as a whole; every number is a sum over the rows.
 *
 * @param settings those that the run was assessed by
 */
export function dayHead(run: Run, rows: readonly SeriesRow[], settings: Settings): DayHead {
  const local = localDay(run.day, run.zone);
  const noon = (local.from + local.to) / 2;
  const count = (of: (row: SeriesRow) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0);
  const unusual = count(({ finding }) => (finding === null ? 0 : 1));
  const inState = (wanted: SeriesRow['state']): number =>
    count(({ state }) => (state === wanted ? 1 : 0));
  const notAssessed = inState('not_judged');
  const belowFloor = inState('below_floor');
  const flagged = count(({ finding }) =>
    (finding?.flagged ?? []).reduce((sum, { events }) => sum + events, 0),
  );
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
      // Surprise is a test over its own limit.
      surprise: 1,
      difference: settings.talk.difference_limit,
      contribution: settings.talk.contribution_limit,
    },
    summary: summarySentence({
      series: rows.length,
      unusual,
      not_judged: notAssessed,
      below_floor: belowFloor,
      tagged: run.tagged,
      notes: run.left_out.length,
      bases: rows.flatMap(({ state, basis }) => (state === 'not_judged' ? [] : [basis])),
    }),
    series_total: rows.length,
    series_unusual: unusual,
    series_not_judged: notAssessed,
    series_below_floor: belowFloor,
    events: run.documents,
    events_flagged: flagged,
  };
}
