/** Expected events an hour, by wall-clock hour (0 to 23) and weekday (0 = Sunday to 6 = Saturday). */
export type Rhythm = (hour: number, weekday: number) => number;

const OPEN = { from: 8, to: 18 };

const isWeekend = (weekday: number): boolean => weekday === 0 || weekday === 6;

/** The same at every hour. */
export function flat(perHour: number): Rhythm {
  return () => perHour;
}

/**
 * Office hours, 08:00 to 18:00 with half as much an hour before and after; `rest` at night.
 *
 * @param weekend share of the office hours' events on weekends
 */
export function office(perHour: number, rest: number, weekend: number): Rhythm {
  return (hour, weekday) => {
    const level = isWeekend(weekday) ? Math.max(rest, perHour * weekend) : perHour;
    if (hour >= OPEN.from && hour < OPEN.to) return level;
    return hour === OPEN.from - 1 || hour === OPEN.to ? (level + rest) / 2 : rest;
  };
}

/**
 * A smooth day with its peak at 14:00.
 *
 * @param depth 0 (flat) to 1 (silent at 02:00)
 * @param weekend share of the events thon weekends have
 */
export function diurnal(perHour: number, depth: number, weekend = 1): Rhythm {
  return (hour, weekday) => {
    const wave = 1 + depth * Math.cos(((hour - 14) * Math.PI) / 12);
    return perHour * wave * (isWeekend(weekday) ? weekend : 1);
  };
}
