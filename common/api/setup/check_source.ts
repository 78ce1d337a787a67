import { z } from 'zod';
import { sourceSettingsSchema } from '../../settings';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import {
  askedDay,
  count,
  day,
  nothing,
  sentence,
  seriesName,
  subtype,
  usedFields,
  whole,
} from '../basics/parts';

/** Checks a source before it is saved: its fields, and the series that it would give. */
export const checkSource = defineEndpoint({
  id: 'checkSource',
  method: 'post',
  path: `${API_ROOT}/sources/check`,
  privilege: 'read',
  summary: 'Check the fields of a source and preview its series',
  params: nothing,
  query: nothing,
  body: z.strictObject({ source: sourceSettingsSchema, day: askedDay.optional() }),
  answer: z.strictObject({
    state: z.enum(['usable', 'unusable', 'no_index', 'unknown']),
    words: sentence,
    /** For each field that the source names, the field that is used. */
    fields: usedFields,
    /** The day whose series are shown. */
    day: day.nullable(),
    documents: count,
    without_subtype: count,
    series_total: whole,
    /** The series with the most events. */
    series: z.array(z.strictObject({ subtype, name: seriesName, events: count })).max(50),
  }),
  status: 200,
  errors: ['settings_invalid', 'forbidden_in_elasticsearch'],
});
