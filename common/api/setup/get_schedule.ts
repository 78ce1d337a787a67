import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { instant, name, noBody, nothing, sentence } from '../basics/parts';

const INTERVAL = /^[1-9]\d{0,3}[mhd]$/;
/** How often the task looks for days to analyze, such as `1h`. */
export const interval = z
  .string()
  .max(6)
  .regex(INTERVAL, 'write the interval as a number with m, h or d, such as 1h');

/** What came of a run of the task; `refused` where its key was not accepted. */
export const RUN_OUTCOMES = ['done', 'nothing_to_do', 'failed', 'refused'] as const;

export const scheduleSchema = z.strictObject({
  enabled: z.boolean(),
  interval,
  /** Whether what the schedule analyzes is tagged. */
  tag: z.boolean(),
  /** In whose name it runs. */
  user: name.nullable(),
  enabled_at: instant.nullable(),
  last_run: z
    .strictObject({
      at: instant,
      outcome: z.enum(RUN_OUTCOMES),
      words: sentence,
    })
    .nullable(),
  next_run: instant.nullable(),
  /** What stands in the way of switching it on, a sentence each; none where nothing does. */
  obstacles: z.array(sentence).max(20),
  /** The key it works with, which is the user's; null where it is off or needs none. */
  key: z
    .strictObject({
      granted_at: instant,
      expires_at: instant,
      /** Whether the user is still there; null where the caller may not read users. */
      owner: z.enum(['enabled', 'disabled', 'deleted']).nullable(),
      /** Whether it is the caller's own, who alone can renew it. */
      is_yours: z.boolean(),
      /** Whether opening the page renews it. */
      is_renewal_due: z.boolean(),
    })
    .nullable(),
  /** What somebody should do about the key; null where nothing need be done. */
  warning: sentence.nullable(),
});
export type Schedule = z.output<typeof scheduleSchema>;

/** Whether days are analyzed by themselves, how often and in whose name. */
export const getSchedule = defineEndpoint({
  id: 'getSchedule',
  method: 'get',
  path: `${API_ROOT}/schedule`,
  privilege: 'read',
  summary: 'The state of the schedule',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: scheduleSchema,
  status: 200,
  errors: [],
});
