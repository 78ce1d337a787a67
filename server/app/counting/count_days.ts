import type { LocalDay } from '../../../common/time';
import { mapAhead } from '../basics';
import { countOneDay, decisionOn, type CountingTask, type DayResult } from './count_one_day';
import { CountTogether, type DayToCount } from './count_together';
import type { CountingPorts } from './counting_ports';

/**
 * Days that are counted at the same time. More would burden a small cluster, where sources are counted
 * side by side, too.
 */
const DAYS_AT_A_TIME = 3;

/** What holds for a day of a source, however it is counted. */
export type DaysTask = Omit<CountingTask, 'ports'>;

/**
 * Gets the counts of days of a source: those that are to be searched several in one search.
 *
 * @param taskOf what holds for a day
 * @param onDay called for each day, in their order
 * @returns one result a day, in their order
 * @throws errors of the connection, and the abort
 */
export async function countDays(
  days: readonly LocalDay[],
  taskOf: (day: LocalDay) => DaysTask,
  ports: CountingPorts,
  onDay: (() => void) | undefined,
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
  const results: DayResult[] = [];
  try {
    const counted = mapAhead(days, DAYS_AT_A_TIME, (day) =>
      countOneDay({ ...taskOf(day), ports: ofDays }, day, signal),
    );
    for await (const result of counted) {
      results.push(result);
      onDay?.();
    }
  } finally {
    await together.end();
  }
  return results;
}
