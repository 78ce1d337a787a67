import { z } from 'zod';
import { settingsSchema } from '../../settings';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { askedDay, day, nothing, sentence, whole } from '../basics/parts';

/** How many days are assessed with both settings, if their counts are kept and time allows. */
export const PREVIEW_DAYS = 31;

/** The findings of one day with the current settings and with the proposed ones. */
export const previewedDaySchema = z.strictObject({
  day,
  series: whole,
  flags: whole,
  flags_proposed: whole,
});
export type PreviewedDay = z.output<typeof previewedDaySchema>;

/**
 * Tries settings on the last days before they are saved. Kept counts are assessed again; no log is
 * searched and nothing is written.
 */
export const previewSettings = defineEndpoint({
  id: 'previewSettings',
  method: 'post',
  path: `${API_ROOT}/settings/preview`,
  privilege: 'manage',
  summary: 'What changed settings would find on the last days, and what the current ones find',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    settings: settingsSchema,
    /** The last of the days; yesterday if it is absent or not over. */
    to: askedDay.optional(),
  }),
  answer: z.strictObject({
    /** The days that were assessed with both, oldest first. */
    days: z.array(previewedDaySchema).max(PREVIEW_DAYS),
    /** "With these settings: 3 findings a day instead of 9, over the last 31 days." */
    words: sentence,
    /** What was left out, and why: one sentence each. */
    notes: z.array(sentence).max(1000),
  }),
  status: 200,
  errors: ['settings_invalid'],
});
