import { z } from 'zod';
import { isDay } from '../../time';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { count, day, dayParams, hour, noBody, queryNumber, seriesQuery } from '../basics/parts';

export const MAX_TOP_FIELDS = 12;
export const MAX_TOP_VALUES = 10;

/** The strongest change first. */
const values = z
  .array(
    z.strictObject({
      value: z.string().max(8191),
      today: count,
      /** Events in this hour of a training day, on average. */
      usual: count,
    }),
  )
  .max(MAX_TOP_VALUES);

/**
 * What a flagged hour contains, field by field, compared with the same hour of the training days.
 */
export const getTopFields = defineEndpoint({
  id: 'getTopFields',
  method: 'get',
  path: `${API_ROOT}/days/{day}/top_fields`,
  privilege: 'read',
  summary: 'The values of a flagged hour against the same hour of the training days',
  params: dayParams,
  query: seriesQuery.extend({
    hour: queryNumber(0, 23),
    /** The days to compare with, separated by commas; those of the run if absent. */
    days: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2}){0,91}$/)
      .max(1100)
      .refine((text) => text.split(',').every(isDay), 'write each day as YYYY-MM-DD')
      .optional(),
  }),
  body: noBody,
  answer: z.strictObject({
    hour,
    events: count,
    /** The days that were compared with. */
    training_days: z.array(day).max(92),
    /**
     * Patterns of the messages, in which times, addresses, ids and numbers are masked. Counts are
     * estimates from a random sample of lines; null if no event has a message.
     */
    patterns: z
      .strictObject({
        /** How many lines were read of this hour, and of the days compared with. */
        lines: count,
        usual_lines: count,
        values,
        /** Patterns that are not among the values, and how often they come together. */
        more: z.strictObject({ patterns: count, today: count, usual: count }),
      })
      .nullable(),
    fields: z
      .array(
        z.strictObject({
          field: z.string().max(1000),
          /** How many different values the events of the hour have. */
          different: z.strictObject({
            count,
            /** False if the count is an estimate. */
            is_exact: z.boolean(),
            /** Those that the training days do not have; null if not all were looked for. */
            not_seen: count.nullable(),
          }),
          /** Some of them, and values of the training days. */
          values,
        }),
      )
      .max(MAX_TOP_FIELDS),
  }),
  status: 200,
  errors: [
    'day_not_analyzed',
    'series_not_found',
    'source_not_found',
    'forbidden_in_elasticsearch',
  ],
});
