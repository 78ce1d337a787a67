import type { LocalDay } from '../../../common/time';
import { allOver, mapAhead } from '../basics';
import {
  countOneDay,
  decisionOn,
  type CountingTask,
  type DayResult,
  type DayUnderWay,
} from './count_one_day';
import { CountTogether, type DayToCount } from './count_together';
import type { CountingPorts } from './counting_ports';

/**
 * Days that are counted at the same time. More would burden a small cluster, where three sources are
 * counted side by side, too.
 */
const DAYS_AT_A_TIME = 2;

/** What holds for a day of a source, however it is counted. */
export type DaysTask = Omit<CountingTask, 'ports'>;

async function result({ keeping, ...one }: DayUnderWay): Promise<DayResult> {
  return { ...one, problem: await keeping };
}

/**
 * Gets the counts of days of a source: those that are to be searched several in one search.
 *
 * @param taskOf what holds for a day
 * @param on called for each day, in their order, and when all of them are counted
 * @returns one result a day, in their order
 * @throws errors of the connection, and the abort
 */
export async function countDays(
  days: readonly LocalDay[],
  taskOf: (day: LocalDay) => DaysTask,
  ports: CountingPorts,
  on: { readonly onDay?: () => void; readonly onCounted?: () => void },
  signal: AbortSignal,
): Promise<DayResult[]> {
  const toCount = days.flatMap((day): DayToCount[] => {
    const decision = decisionOn(taskOf(day), day);
    return decision.action === 'count' ? [{ day, groups: decision.groups }] : [];
  });
  const together = new CountTogether(ports, toCount);
  const ofDays: CountingTask['ports'] = {
    countDay: together.countDay,
    keep: (source, counts, over) => ports.keep(source, counts, over),
  };
  const underWay: DayUnderWay[] = [];
  const writes: Promise<string | null>[] = [];
  try {
    const counted = mapAhead(days, DAYS_AT_A_TIME, async (day) => {
      const one = await countOneDay({ ...taskOf(day), ports: ofDays }, day, signal);
      if (one.keeping === null) return one;
      writes.push(one.keeping);
      // A failure is thrown at the end. Until then it must not count as unhandled.
      void Promise.allSettled([one.keeping]);
      return one;
    });
    for await (const one of counted) {
      underWay.push(one);
      on.onDay?.();
    }
    on.onCounted?.();
    return await allOver(underWay.map(result));
  } finally {
    await together.end();
    await Promise.allSettled(writes);
  }
}
