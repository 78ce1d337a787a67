import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { findingSchema } from '../schemas/finding_schema';
import { usedSourceSchema } from '../setup/get_sources';
import { dayParams, MAX_SERIES, noBody, nothing } from '../basics/parts';
import { runSchema } from '../schemas/run_schema';
import { dayHeadSchema, seriesRowSchema } from '../schemas/series_schema';

/**
 * Every series of an analyzed day, as the run saw it: those with findings by surprise, then quiet
 * ones.
 */
export const getSeriesOfDay = defineEndpoint({
  id: 'getSeriesOfDay',
  method: 'get',
  path: `${API_ROOT}/days/{day}/series`,
  privilege: 'read',
  summary: 'Every series of a day with what is usual',
  params: dayParams,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    run: runSchema,
    head: dayHeadSchema,
    /** Findings about whole sources: one line each. */
    source_findings: z.array(findingSchema).max(1000),
    series: z.array(seriesRowSchema).max(MAX_SERIES),
    /** The sources that the run read differently from the current settings. */
    changed_sources: z.array(usedSourceSchema).max(1000),
  }),
  status: 200,
  errors: ['day_not_analyzed'],
});
