import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { instant, name, noBody, nothing, sentence } from '../basics/parts';

const INTERVAL = /^[1-9]\d{0,4}[mhd]$/;
/** 5 to 10080 minutes, 1 to 168 hours, or 1 to 7 days. */
const CHOSEN =
  /^(?:(?:[5-9]|[1-9]\d{1,3}|100[0-7]\d|10080)m|(?:[1-9]\d?|1[0-5]\d|16[0-8])h|[1-7]d)$/;

/**
 * An interval that a user may choose, such as `1h`. A shorter one would analyze a partial day all the
 * time, and a longer one would miss days: the schedule looks at the last seven.
 */
export const chosenInterval = z
  .string()
  .max(6)
  .regex(CHOSEN, 'write the interval as a number with m, h or d between 5m and 7d, such as 1h');

/** The interval that comes closest to one that an earlier version has taken, and may be chosen. */
export function nearestInterval(interval: string): string {
  if (chosenInterval.safeParse(interval).success) return interval;
  return interval.endsWith('m') ? '5m' : '7d';
}

/** The outcome of a run of the task; `refused` if its key was not accepted. */
export const RUN_OUTCOMES = ['done', 'nothing_to_do', 'failed', 'refused'] as const;

export const scheduleSchema = z.strictObject({
  enabled: z.boolean(),
  /** How often the task looks for days to analyze, such as `1h`, also as earlier versions took it. */
  interval: z.string().max(6).regex(INTERVAL),
  /** Whether the schedule tags what it analyzes. */
  tag: z.boolean(),
  /** The user in whose name it runs. */
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
  /** What prevents switching it on, one sentence each; empty if nothing does. */
  obstacles: z.array(sentence).max(20),
  /** The user's key that it works with; null if it is off or needs none. */
  key: z
    .strictObject({
      granted_at: instant,
      expires_at: instant,
      /** Whether the user still exists; null if the caller may not read users. */
      owner: z.enum(['enabled', 'disabled', 'deleted']).nullable(),
      /** Whether it is the caller's own key. Only its owner can renew it. */
      is_yours: z.boolean(),
      /** Whether opening the page renews it. */
      is_renewal_due: z.boolean(),
    })
    .nullable(),
  /** What a user should do about the key; null if nothing needs to be done. */
  warning: sentence.nullable(),
});
export type Schedule = z.output<typeof scheduleSchema>;

/** Whether days are analyzed automatically, how often and in whose name. */
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
