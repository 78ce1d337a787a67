import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { count, day, dayParams, hour, noBody, queryNumber, seriesQuery } from '../basics/parts';

export const MAX_TOP_FIELDS = 12;
export const MAX_TOP_VALUES = 10;

/** What is in a flagged hour, field by field, against the same hour of the training days. */
export const getTopFields = defineEndpoint({
  id: 'getTopFields',
  method: 'get',
  path: `${API_ROOT}/days/{day}/top_fields`,
  privilege: 'read',
  summary: 'The values of a flagged hour against the same hour of the training days',
  params: dayParams,
  query: seriesQuery.extend({ hour: queryNumber(0, 23) }),
  body: noBody,
  answer: z.strictObject({
    hour,
    events: count,
    /** The days that stand for usual. */
    training_days: z.array(day).max(92),
    fields: z
      .array(
        z.strictObject({
          field: z.string().max(1000),
          /** The strongest change first. */
          values: z
            .array(
              z.strictObject({
                value: z.string().max(8191),
                today: count,
                /** Events a training day in this hour, on average. */
                usual: count,
              }),
            )
            .max(MAX_TOP_VALUES),
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
