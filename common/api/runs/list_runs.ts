import { z } from 'zod';
import { MS_PER_DAY } from '../../time';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { askedDay, day, noBody, nothing, runId, sentence, whole, count } from '../basics/parts';
import { runCostSchema, runSchema } from '../schemas/run_schema';

export const MAX_LEDGER_DAYS = 366;

/**
 * The state of a day in the run history: `missed` was never analyzed, `stale` has received
 * documents since.
 */
export const LEDGER_STATES = [
  'analyzed',
  'partial',
  'missed',
  'stale',
  'running',
  'failed',
  'canceled',
] as const;

export const ledgerDaySchema = z.strictObject({
  day,
  state: z.enum(LEDGER_STATES),
  /** What is unusual about the run, in words; null for a day that was analyzed completely. */
  words: sentence.nullable(),
  run_id: runId.nullable(),
  /** Hours of the day that were over when it was analyzed, 0 to 24. */
  hours_known: z.number().int().min(0).max(24),
  series: whole,
  series_unusual: whole,
  tagged: count.nullable(),
  /** Documents that may have a tag or not, because no answer came; absent if there are none. */
  tagged_unsettled: count.optional(),
  /** Milliseconds that the run took; absent if there is none. */
  duration_ms: count.optional(),
  /** Absent if there is no run, while it is running, and in runs of earlier versions. */
  cost: runCostSchema.optional(),
});
export type LedgerDay = z.output<typeof ledgerDaySchema>;

const WITH_RESULT: ReadonlySet<LedgerDay['state']> = new Set(['analyzed', 'partial', 'stale']);

/** Whether the day has a result, even an old one. */
export function hasResult({ state }: Pick<LedgerDay, 'state'>): boolean {
  return WITH_RESULT.has(state);
}

/** The run history: the state of each day of a range, oldest first, and the runs behind it. */
export const listRuns = defineEndpoint({
  id: 'listRuns',
  method: 'get',
  path: `${API_ROOT}/runs`,
  privilege: 'read',
  summary: 'The state of each day of a range',
  params: nothing,
  query: z
    .strictObject({ from: askedDay, to: askedDay })
    .refine(({ from, to }) => from <= to, { message: 'is before from', path: ['to'] })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MAX_LEDGER_DAYS * MS_PER_DAY, {
      message: `at most ${MAX_LEDGER_DAYS} days after from`,
      path: ['to'],
    }),
  body: noBody,
  answer: z.strictObject({
    days: z.array(ledgerDaySchema).max(MAX_LEDGER_DAYS),
    runs: z.array(runSchema).max(MAX_LEDGER_DAYS),
    /** Whether any day has a result that the caller may see, in the range or not. */
    has_results: z.boolean(),
    /** What a user should do about the key of the schedule; null if nothing needs to be done. */
    schedule_warning: sentence.nullable(),
  }),
  status: 200,
  errors: [],
});
