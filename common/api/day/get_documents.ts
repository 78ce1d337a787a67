import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import {
  count,
  dayParams,
  instant,
  name,
  noBody,
  queryNumber,
  sentence,
  seriesQuery,
} from '../basics/parts';

export const MAX_DOCUMENTS = 100;

const HOUR_LIST = /^([01]?\d|2[0-3])(,([01]?\d|2[0-3])){0,23}$/;

/**
 * Documents of some hours of a series, as they were logged: samples, or all of them page by page.
 */
export const getDocuments = defineEndpoint({
  id: 'getDocuments',
  method: 'get',
  path: `${API_ROOT}/days/{day}/documents`,
  privilege: 'read',
  summary: 'Documents of some hours of a series',
  params: dayParams,
  query: seriesQuery.extend({
    /** Hours separated by commas, such as `10,15`; all hours of the day if absent. */
    hours: z.string().max(80).regex(HOUR_LIST, 'write hours as 10,15').optional(),
    /** Sort order. A list continues in the order in which it began. */
    order: z.enum(['oldest', 'latest']).default('oldest'),
    size: queryNumber(1, MAX_DOCUMENTS).default(20),
    /**
     * Where the page begins: the `next` of the page before. The list is read at the point in time
     * of its first page for five minutes. After that, documents logged at the instant at which the
     * page before ended may be repeated.
     */
    after: z.string().max(6000).optional(),
  }),
  body: noBody,
  answer: z.strictObject({
    /**
     * Whose definition of these hours is used: that of the day's run, or of the settings if there
     * is no run yet.
     */
    zone: name,
    total: count,
    /** The field that distinguishes the series, and the fields that its filter names. */
    subtype_fields: z.array(z.string().max(256)).max(3),
    documents: z
      .array(
        z.strictObject({
          index: z.string().max(1000),
          id: z.string().max(1000),
          time: instant,
          message: z.string().max(20000),
          /** Whether it has the tag of its source. */
          tagged: z.boolean(),
          /** Further fields as text, sorted by name. */
          fields: z.array(z.tuple([z.string().max(1000), z.string().max(2000)])).max(100),
        }),
      )
      .max(MAX_DOCUMENTS),
    next: z.string().max(6000).nullable(),
    /** Why documents may be missing from the list; null if all are found. */
    missing: sentence.nullable(),
  }),
  status: 200,
  errors: [
    'source_not_found',
    'day_not_analyzed',
    'series_not_found',
    'forbidden_in_elasticsearch',
  ],
});
