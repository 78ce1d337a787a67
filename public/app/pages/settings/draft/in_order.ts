import { type Weekday, WEEKDAYS } from '../../../../../common/settings';

/** Weekdays in the order of the week, Monday first: as the defaults name them. */
export function inOrder(weekdays: readonly Weekday[]): Weekday[] {
  const [sunday, ...others] = WEEKDAYS;
  return [...others, sunday].filter((weekday) => weekdays.includes(weekday));
}
