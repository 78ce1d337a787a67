import { z } from 'zod';
import { sourceSchema } from '../../sources';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { count, day, noBody, nothing, sentence, usedFields } from '../basics/parts';

/** A source, and how its documents are found. */
export const usedSourceSchema = z.strictObject({
  source: sourceSchema,
  /**
   * The fields that it is counted by. A field that its indices map differently has a pair for each
   * mapping.
   */
  fields: usedFields,
});
export type UsedSource = z.infer<typeof usedSourceSchema>;

/** A source, whether it can be counted, and which days have logs. */
export const sourceStateSchema = usedSourceSchema.extend({
  preset: z.boolean(),
  /** `forbidden`: the caller may not read all of its indices. */
  state: z.enum(['usable', 'unusable', 'no_index', 'forbidden', 'unknown', 'off']),
  /** Why it cannot be counted and what to do, in a sentence; null if it can. */
  words: sentence.nullable(),
});
export type SourceState = z.infer<typeof sourceStateSchema>;

/** How many days before the present one are looked at for logs. */
export const LOG_DAYS_CHECKED = 92;

/** The sources, each with the field check, and the days of the last months that have logs. */
export const getSources = defineEndpoint({
  id: 'getSources',
  method: 'get',
  path: `${API_ROOT}/sources`,
  privilege: 'read',
  summary: 'The sources, whether they can be counted, and the days that have logs',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    sources: z.array(sourceStateSchema).max(1000),
    /**
     * Days with documents of an enabled source, oldest first: of the present day and the 92 before
     * it.
     */
    days_with_logs: z.array(z.strictObject({ day, documents: count })).max(400),
  }),
  status: 200,
  errors: ['forbidden_in_elasticsearch'],
});
