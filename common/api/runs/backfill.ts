import { z } from 'zod';
import { MS_PER_DAY } from '../../time';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { askedDay, day, nothing, runId } from '../basics/parts';

export const MAX_BACKFILL_DAYS = 92;

/** Analyzes every day of a range that is missing, partial, stale or failed, oldest first. */
export const backfill = defineEndpoint({
  id: 'backfill',
  method: 'post',
  path: `${API_ROOT}/backfill`,
  privilege: 'run',
  summary: 'Analyze the days of a range that need it',
  params: nothing,
  query: nothing,
  body: z
    .strictObject({
      from: askedDay,
      to: askedDay,
      tag: z.boolean().default(false),
      /** Also days that were already analyzed. */
      again: z.boolean().default(false),
    })
    .refine(({ from, to }) => from <= to, { message: 'is before from', path: ['to'] })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MAX_BACKFILL_DAYS * MS_PER_DAY, {
      message: `at most ${MAX_BACKFILL_DAYS} days after from`,
      path: ['to'],
    }),
  answer: z.strictObject({
    /** The days that will be analyzed, oldest first. The run history shows the progress. */
    days: z.array(day).max(MAX_BACKFILL_DAYS),
    run_ids: z.array(runId).max(MAX_BACKFILL_DAYS),
  }),
  status: 202,
  errors: ['forbidden', 'run_active'],
});
