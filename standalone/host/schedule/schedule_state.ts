import { z } from 'zod';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../../common/time';
import type { Schedule } from '../../../common/api';

const lastRunSchema = z.object({
  at: z.string(),
  outcome: z.enum(['done', 'nothing_to_do', 'failed']),
  words: z.string(),
});

/** The state that survives a restart. */
export const scheduleStateSchema = z.object({
  enabled: z.boolean(),
  interval: z.string(),
  tag: z.boolean(),
  enabled_at: z.string().nullable(),
  /** When it last began; null if it is to begin at once. */
  begun_at: z.string().nullable(),
  last_run: lastRunSchema.nullable(),
});

export type ScheduleState = Readonly<z.infer<typeof scheduleStateSchema>>;
export type LastRun = Readonly<z.infer<typeof lastRunSchema>>;

/** The state before anybody has switched it on. */
export const OFF: ScheduleState = {
  enabled: false,
  interval: '1h',
  tag: false,
  enabled_at: null,
  begun_at: null,
  last_run: null,
};

const UNIT_MS = new Map([
  ['m', MS_PER_MINUTE],
  ['h', MS_PER_HOUR],
  ['d', MS_PER_DAY],
]);

/** An interval such as `15m` in milliseconds. */
function intervalMs(interval: string): number {
  const unit = UNIT_MS.get(interval.slice(-1));
  const count = Number.parseInt(interval, 10);
  if (unit === undefined || !(count > 0)) throw new RangeError(`"${interval}" is not an interval`);
  return count * unit;
}

/** When the schedule begins next; null while it is off. */
export function nextBeginning({ enabled, interval, begun_at: begun }: ScheduleState, now: Date) {
  if (!enabled) return null;
  if (begun === null) return now;
  const due = Date.parse(begun) + intervalMs(interval);
  return new Date(Math.max(due, now.getTime()));
}

/** The schedule as the API shows it. */
export function shownSchedule(state: ScheduleState, now: Date): Schedule {
  const { enabled, interval, tag, enabled_at, last_run } = state;
  return {
    enabled,
    interval,
    tag,
    user: null,
    enabled_at,
    last_run,
    next_run: nextBeginning(state, now)?.toISOString() ?? null,
    obstacles: [],
    key: null,
    warning: null,
  };
}
