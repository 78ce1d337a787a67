import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { VERDICTS } from '../schemas/finding_schema';
import { DAYS_OF_MONTH, monthMarks, silentHours } from '../schemas/month_ink';
import { ledgerDaySchema } from '../runs/list_runs';
import {
  askedDay,
  count,
  day,
  hour,
  MAX_SERIES,
  name,
  noBody,
  nothing,
  number,
  sentence,
  seriesName,
  sourceId,
  subtype,
  whole,
} from '../basics/parts';

/** 31 days of every series: only the hours that left their usual range. */
export const getMonth = defineEndpoint({
  id: 'getMonth',
  method: 'get',
  path: `${API_ROOT}/month`,
  privilege: 'read',
  summary: '31 days of every series',
  params: nothing,
  query: z.strictObject({
    /** The last of the 31 days. */
    to: askedDay,
  }),
  body: noBody,
  answer: z.strictObject({
    zone: name,
    from: day,
    to: day,
    days: z.array(ledgerDaySchema).length(DAYS_OF_MONTH),
    /** May name a series. */
    summary: seriesName,
    /** Days that are over and need a run. */
    gaps: whole,
    /** What a user should do about the key of the schedule; null if nothing needs to be done. */
    schedule_warning: sentence.nullable(),
    /** Whether there are so many series that only flagged hours are drawn. */
    only_flagged: z.boolean(),
    series: z
      .array(
        z.strictObject({
          source: sourceId,
          subtype,
          name: seriesName,
          code: seriesName,
          /**
           * The unit of the marks: the usual count of the busiest hour, at least 5; null if nothing
           * is usual.
           */
          unit: number.nullable(),
          /**
           * Day (0 to 30), hour, and distance from usual in units: above usual if positive, below
           * if negative.
           */
          marks: monthMarks,
          /**
           * Day, first hour and hour after the last of each stretch in which the series was silent.
           */
          silent: silentHours,
          /**
           * The strongest stretch of the latest unusual day, from its true beginning, which may be
           * on an earlier day. If such a stretch came at the same hour of at least three adjacent
           * days, all of these, from the first. Null if nothing was unusual.
           */
          began: z
            .strictObject({
              day,
              hour,
              verdict: z.enum(VERDICTS),
              /** How long it lasted, in hours; of a daily one, on all its days together. */
              hours: count,
              /** Hours of the 31 days that were flagged outside of it. */
              other_hours: count,
              words: sentence,
            })
            .nullable(),
          /**
           * The day on which the series was first seen: no result that is stored of the days before
           * has an event of it, not even on its training days. Null if the series was known before,
           * or if that is not known, as when the day before was not analyzed.
           */
          first_seen: day.nullable(),
        }),
      )
      .max(MAX_SERIES),
  }),
  status: 200,
  errors: [],
});
