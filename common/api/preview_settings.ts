import { z } from 'zod';
import { settingsSchema } from '../settings/settings';
import { API_ROOT, defineEndpoint } from './endpoint';
import { day, number, nothing, sentence, sourceId, subtype, name, whole } from './parts';

const outcome = z.strictObject({
  findings: whole,
  /** Findings a day, over the days that could be judged. */
  per_day: number,
});

/** What settings would have found in the last days, from kept counts, beside those that hold. */
export const previewSettings = defineEndpoint({
  id: 'previewSettings',
  method: 'post',
  path: `${API_ROOT}/settings/preview`,
  privilege: 'read',
  summary: 'What a change of settings would do to the last days',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    settings: settingsSchema,
    /** The last of the days; yesterday where not given. */
    to: day.optional(),
    days: z.number().int().min(1).max(31).default(31),
  }),
  answer: z.strictObject({
    now: outcome,
    then: outcome,
    /** "3 flags a day instead of 9". */
    words: sentence,
    /** Days whose kept counts allow it. */
    days: z.array(z.strictObject({ day, now: whole, then: whole })).max(31),
    /** The series that change most. */
    series: z
      .array(z.strictObject({ source: sourceId, subtype, name, now: whole, then: whole }))
      .max(20),
    left_out: z.array(sentence).max(1000),
  }),
  status: 200,
  errors: ['settings_invalid', 'day_not_analysed'],
});
