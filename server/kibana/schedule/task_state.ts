import { z } from 'zod';
import { RUN_OUTCOMES } from '../../../common/api';

/** Longer sentences are cut in the task's state, which should be small. Runs have all of it. */
const MAX_WORDS = 2_000;

const lastRunSchema = z.object({
  at: z.string(),
  outcome: z.enum(RUN_OUTCOMES),
  words: z.string(),
});

/** What the task last did, and when. */
export type LastRun = z.output<typeof lastRunSchema>;

/** The state that task manager keeps from one run to the next. */
export interface TaskState {
  readonly [key: string]: unknown;
  readonly last_run: LastRun | null;
}

/** The state as it is stored: of the given values, only as much as its form allows. */
export function taskState(lastRun: LastRun | null): TaskState {
  if (lastRun === null) return { last_run: null };
  const { at, outcome, words } = lastRun;
  return { last_run: { at, outcome, words: words.slice(0, MAX_WORDS) } };
}

/** The state that an earlier run has left; nothing if it cannot be read. */
export function lastRunIn(state: Readonly<Record<string, unknown>>): LastRun | null {
  const parsed = lastRunSchema.safeParse(state['last_run']);
  return parsed.success ? parsed.data : null;
}
