import { dayAt, type Day, dayStartUtc } from '../../../common/time';
import { UserError } from './user_error';

/**
 * Refuses a day in the future, which can be neither analyzed nor reported.
 *
 * @throws UserError if the day has not begun in the zone
 */
export function assertBegun(day: Day, zone: string, now: Date): void {
  const today = dayAt(now.getTime(), zone);
  if (dayStartUtc(day) <= dayStartUtc(today)) return;
  throw new UserError(`${day} has not begun in ${zone}: choose ${today} or an earlier day`, 2);
}
