import { daysBetween, type Day } from '../../../common/time';

/** Which days the indices of a source have logs of, starting from a day that has none. */
export interface LogDays {
  readonly first: Day;
  readonly last: Day;
  readonly nearest: Day;
}

/**
 * @param first the first day with logs, and so on
 * @param before the last day with logs before the tested one; undefined if there is none
 */
export function logDaysAround(
  tested: Day,
  { first, last }: Pick<LogDays, 'first' | 'last'>,
  before: Day | undefined,
  after: Day | undefined,
): LogDays {
  const isBeforeNearer =
    after === undefined ||
    (before !== undefined && daysBetween(before, tested) <= daysBetween(tested, after));
  return { first, last, nearest: (isBeforeNearer ? before : after) ?? last };
}

/** "its logs are from 2015-03-01 to 2015-04-01, and 2015-04-01 is the nearest day with logs". */
export function logDaysWords({ first, last, nearest }: LogDays): string {
  return first === last
    ? `all of its logs are from ${first}`
    : `its logs are from ${first} to ${last}, and ${nearest} is the nearest day with logs`;
}
