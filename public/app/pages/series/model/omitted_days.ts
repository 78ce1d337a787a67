import type { Day } from '../../../../../common/time';

/** The days with an additional one, or without it if it was among them; ascending. */
export function toggledDay(days: readonly Day[], day: Day): Day[] {
  return days.includes(day) ? days.filter((other) => other !== day) : [...days, day].sort();
}

/** Whether both name the same days, in whatever order. */
export function areSameDays(one: readonly Day[], other: readonly Day[]): boolean {
  const days = new Set(other);
  return new Set(one).size === days.size && one.every((day) => days.has(day));
}
