import { z } from 'zod';
import { settingsSchema } from '../../settings';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { calendarDaySchema } from '../judging/calendar_day_schema';
import { judgmentSchema } from '../judging/judgment_schema';
import { usedSourceSchema } from '../setup/get_sources';
import { DAYS_OF_MONTH, monthMarks, silentHours } from '../schemas/month_ink';
import { VERDICTS } from '../schemas/finding_schema';
import { day, dayParams, hour, hours, noBody, seriesQuery, sentence } from '../basics/parts';
import { columnsSchema, dayHeadSchema, seriesRowSchema } from '../schemas/series_schema';

/** The settings that decide a verdict. */
export const assessmentSchema = settingsSchema.omit({ sources: true, zone: true });

/** One series with its training days: enough for the browser to compute the verdict again. */
export const getOneSeries = defineEndpoint({
  id: 'getOneSeries',
  method: 'get',
  path: `${API_ROOT}/days/{day}/one_series`,
  privilege: 'read',
  summary: 'One series of a day with its training days',
  params: dayParams,
  query: seriesQuery,
  body: noBody,
  answer: z.strictObject({
    head: dayHeadSchema,
    row: seriesRowSchema,
    columns: columnsSchema,
    /** The findings of the series in the 31 days that end with this one. */
    history: z.strictObject({
      marks: monthMarks,
      silent: silentHours,
      /** Days with a finding, oldest first, each with its verdict and when its strongest stretch began. */
      days: z.array(z.strictObject({ day, verdict: z.enum(VERDICTS), hour })).max(DAYS_OF_MONTH),
    }),
    /**
     * The calendar: all training days of the settings, oldest first, each with the reason if it is
     * unknown.
     */
    training: z.array(z.strictObject({ day, counts: hours, unknown: sentence.nullable() })).max(92),
    /** Days on which the source is known to have logged, without the tested day. */
    source_days: z.number().int().min(0).max(92),
    /**
     * Training days that were unknown to the run because closed indices may hold their documents.
     */
    closed_days: z.number().int().min(0).max(92),
    /** What calendars meant to the run for these days and the tested day. */
    calendar: z.array(calendarDaySchema).max(10000),
    /** The judgments of the series that decided something when the run was made. */
    judgments: z.array(judgmentSchema).max(1000),
    /** The settings that the run was assessed by: method, training, thresholds and minimums. */
    assessing: assessmentSchema,
    /** Its source as the run read it, if the current settings read it differently; else null. */
    changed_source: usedSourceSchema.nullable(),
  }),
  status: 200,
  errors: ['day_not_analyzed', 'series_not_found', 'source_not_found'],
});
