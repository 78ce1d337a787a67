import { z } from 'zod';
import { judgmentSchema } from '../judging/judgment_schema';
import { muteSchema } from '../judging/mute_schema';
import { rowFindingSchema } from './finding_schema';
import {
  count,
  day,
  hours,
  knownHours,
  name,
  number,
  sentence,
  seriesName,
  sourceId,
  subtype,
  whole,
} from '../basics/parts';

/** Days in the strip of earlier findings, including the day itself as the last. */
export const STRIP_DAYS = 31;

/** Lowest and highest at each hour; null if fewer than three days are known. */
const band = z.strictObject({ low: hours, high: hours });

/** The state of a series on a day. */
export const SERIES_STATES = ['unusual', 'usual', 'not_judged', 'below_floor'] as const;

/** One row of the overview: what the test saw. */
export const seriesRowSchema = z.strictObject({
  source: sourceId,
  subtype,
  name: seriesName,
  code: seriesName,
  state: z.enum(SERIES_STATES),
  /** Why it is not assessed, in a sentence; null if it is assessed. */
  reason: sentence.nullable(),
  today: hours,
  total: count,
  /** The counts that the test expected; null without training days. */
  usual: knownHours.nullable(),
  usual_total: number.nullable(),
  /** Middle half, and lowest to highest, of the days of the basis; null below three days. */
  inner: band.nullable(),
  outer: band.nullable(),
  /** The largest count of the day and its training days, at least 5. */
  top: number,
  surprise: number.nullable(),
  /** Each hour's surprise under `calibrated`, its contribution under `talk`. */
  by_hour: hours.nullable(),
  difference: number.nullable(),
  /** Amplitudes of the first five components, events an hour. */
  spectrum: z
    .strictObject({ today: z.array(number).max(12), usual: z.array(number).max(12) })
    .nullable(),
  /** The days that decided, in words, and these days. */
  basis: sentence,
  basis_days: z.array(day).max(92),
  omitted_days: z.array(day).max(366),
  finding: rowFindingSchema.nullable(),
  /** The last judgment of the series on this day; null if there is none. */
  judgment: judgmentSchema.nullable(),
  /** Why its findings are listed in gray and never tagged; null if they are not muted. */
  mute: muteSchema.nullable(),
  /** Days with a finding among the 31 that end with this one. */
  flagged_days: z.array(day).max(STRIP_DAYS),
});
export type SeriesRow = z.output<typeof seriesRowSchema>;

/** The hours of the day: how long each lasts, and when it begins (null if the clock skips it). */
export const columnsSchema = z
  .array(
    z.strictObject({
      length: z.number().min(0).max(3),
      from: z.number().int().nullable(),
      to: z.number().int().nullable(),
    }),
  )
  .length(24);

/** A note about a day as a whole. */
export const dayHeadSchema = z.strictObject({
  day,
  zone: name,
  /** Minutes that the zone's clock is ahead of UTC at noon. */
  utc_offset_minutes: z.number().int().min(-1000).max(1000),
  columns: columnsSchema,
  method: z.string().max(40),
  limits: z.strictObject({ surprise: number, difference: number, contribution: number }),
  /** The one-sentence summary on the page. Its numbers are the sums of the rows. */
  summary: sentence,
  series_total: whole,
  series_unusual: whole,
  series_not_judged: whole,
  series_below_floor: whole,
  events: count,
  /** Events in flagged hours: what tagging would tag. */
  events_flagged: count,
});
