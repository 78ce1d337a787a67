import { HOURS_PER_DAY, type DayColumn, type LocalDay } from '../../time';
import type { HourCount } from './series_case';

/** The next hour from `hour` on (in steps of `step`) that the clock shows, or undefined. */
function neighbor(localDay: LocalDay, hour: number, step: 1 | -1): number | undefined {
  for (let at = hour + step; at >= 0 && at < HOURS_PER_DAY; at += step) {
    if ((localDay.columns[at]?.length ?? 0) > 0) return at;
  }
  return undefined;
}

const isWhole = ({ length }: DayColumn): boolean => length === 1;
const none = (): number => 0;

/** Whether a day is whole is asked for every series, and is kept as long as the day itself exists. */
const wholeDays = new WeakMap<LocalDay, boolean>();

function isWholeDay(localDay: LocalDay): boolean {
  const known = wholeDays.get(localDay);
  if (known !== undefined) return known;
  const isSo = localDay.columns.every(isWhole);
  wholeDays.set(localDay, isSo);
  return isSo;
}

/**
 * Counts of a day's 24 hours from its events: events ÷ length, so that an hour that the clock shows
 * twice does not look twice as high. An hour that the clock skips takes the mean of its neighbors that
 * are known, so that it bends the waveform nowhere; it is unknown if they are. It is never assessed.
 *
 * @param events whole events in the 24 columns; undefined for a series without an event that day
 * @param unknown wall-clock hours whose events are unknown: null in the result
 */
export function hourlyCounts(
  events: readonly number[] | undefined,
  localDay: LocalDay,
  unknown: ReadonlySet<number>,
): HourCount[] {
  const { columns } = localDay;
  // Nearly all days: the clock shows each hour once, and all of them are known.
  if (unknown.size === 0 && isWholeDay(localDay)) return events?.slice() ?? columns.map(none);
  const counts = columns.map(({ length }, hour) => {
    if (unknown.has(hour)) return null;
    return length === 0 ? 0 : (events?.[hour] ?? 0) / length;
  });
  return counts.map((count, hour) => {
    if (count === null || (localDay.columns[hour]?.length ?? 0) > 0) return count;
    const around = [neighbor(localDay, hour, -1), neighbor(localDay, hour, 1)].flatMap((at) =>
      at === undefined ? [] : (counts[at] ?? []),
    );
    if (around.length === 0) return null;
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });
}
