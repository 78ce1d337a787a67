import { daysBetween, type Day } from '../../../common/time';

/** Days in words, adjacent ones as a range: "2026-11-01 to 2026-11-03, 2026-11-07". */
export function dayWords(days: readonly Day[]): string {
  const runs: [Day, Day][] = [];
  for (const day of [...days].sort()) {
    const last = runs[runs.length - 1];
    if (last !== undefined && daysBetween(last[1], day) <= 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join(', ');
}
