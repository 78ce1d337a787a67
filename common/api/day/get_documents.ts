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

/** Documents of some hours of a series, as they were logged: samples, or all of them page by page. */
export const getDocuments = defineEndpoint({
  id: 'getDocuments',
  method: 'get',
  path: `${API_ROOT}/days/{day}/documents`,
  privilege: 'read',
  summary: 'Documents of some hours of a series',
  params: dayParams,
  query: seriesQuery.extend({
    /** Hours with commas between, such as `10,15`; all hours of the day where not given. */
    hours: z.string().max(80).regex(HOUR_LIST, 'write hours as 10,15').optional(),
    /** Which come first; a list goes on in the order in which it began. */
    order: z.enum(['oldest', 'latest']).default('oldest'),
    size: queryNumber(1, MAX_DOCUMENTS).default(20),
    /**
     * Where the page begins: what the page before gave as `next`. The list is read at the point in
     * time of its first page for five minutes; after that, documents of the moment at which the page
     * before ended may come again.
     */
    after: z.string().max(6000).optional(),
  }),
  body: noBody,
  answer: z.strictObject({
    /** Whose hours these are: that of the day's run, or of the settings before there is one. */
    zone: name,
    total: count,
    /** The field that tells the series apart, and the fields that its filter names. */
    subtype_fields: z.array(z.string().max(256)).max(3),
    documents: z
      .array(
        z.strictObject({
          index: z.string().max(1000),
          id: z.string().max(1000),
          time: instant,
          message: z.string().max(20_000),
          /** Whether it carries the tag of its source. */
          tagged: z.boolean(),
          /** Further fields as text, in the order of their names. */
          fields: z.array(z.tuple([z.string().max(1000), z.string().max(2000)])).max(100),
        }),
      )
      .max(MAX_DOCUMENTS),
    next: z.string().max(6000).nullable(),
    /** Why documents may be missing from the list; null where all are found. */
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
