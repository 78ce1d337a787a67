import type { Page } from 'playwright-core';
import { z } from 'zod';

/** What is read of the browser's trace events; times are microseconds. */
const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.object({ name: z.unknown().optional() }).optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;

/** The tasks of a page's main thread, in milliseconds. */
export interface TaskTimes {
  /** The longest from its beginning to its end, with what other programs took meanwhile. */
  readonly longestWall: number;
  /** The longest by what it took of a processor itself. */
  readonly longestCpu: number;
  /** What all of them took of a processor. */
  readonly cpu: number;
}

const TASK = /^(ThreadControllerImpl::)?RunTask$/;
const MAIN_THREAD = 'CrRendererMain';
const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

function timesIn(events: readonly TraceEvent[]): TaskTimes {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD)
      .map(threadOf),
  );
  const tasks = events.filter((event) => TASK.test(event.name) && mains.has(threadOf(event)));
  const [walls, cpus] = [tasks.map(({ dur = 0 }) => dur), tasks.map(({ tdur = 0 }) => tdur)];
  return {
    longestWall: Math.max(0, ...walls) / 1000,
    longestCpu: Math.max(0, ...cpus) / 1000,
    cpu: cpus.reduce((sum, cpu) => sum + cpu, 0) / 1000,
  };
}

/** Lets the browser keep a record while something happens on a page. */
export async function traceTasks(page: Page, act: () => Promise<unknown>): Promise<TaskTimes> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...z.array(eventSchema).parse(value));
  });
  await session.send('Tracing.start', { categories: 'toplevel', transferMode: 'ReportEvents' });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return timesIn(events);
}
