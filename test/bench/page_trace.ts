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

/** The longest task of a page's main thread, in milliseconds. */
export interface LongestTask {
  /** From its beginning to its end, with what other programs took of the machine meanwhile. */
  readonly wall: number;
  /** What it took of a processor itself. */
  readonly cpu: number;
}

const TASK = /^(ThreadControllerImpl::)?RunTask$/;
const MAIN_THREAD = 'CrRendererMain';
const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

function longestIn(events: readonly TraceEvent[]): LongestTask {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD)
      .map(threadOf),
  );
  const tasks = events.filter((event) => TASK.test(event.name) && mains.has(threadOf(event)));
  const longest = (of: (event: TraceEvent) => number | undefined): number =>
    Math.max(0, ...tasks.map((event) => of(event) ?? 0)) / 1000;
  return { wall: longest(({ dur }) => dur), cpu: longest(({ tdur }) => tdur) };
}

/** Lets the browser keep a record while something happens on a page. */
export async function longestTask(page: Page, act: () => Promise<unknown>): Promise<LongestTask> {
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
  return longestIn(events);
}
