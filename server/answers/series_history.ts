import { STRIP_DAYS, type AnswerOf, type getOneSeries } from '../../common/api';
import { daysBetween, type Day } from '../../common/time';
import {
  flaggedMarks,
  silentHours,
  stretchesOfDay,
  unitOf,
  type FlaggedHours,
} from '../app/showing';

type History = AnswerOf<typeof getOneSeries>['history'];

/**
 * The flagged hours of a series in the 31 days that end with a day, as its row of the month draws
 * them.
 *
 * @param flags those of the series alone, one a day
 * @param usual the usual day of the series on the last of these days; null if it has none
 */
export function seriesHistory(
  flags: readonly FlaggedHours[],
  usual: readonly number[] | null,
  last: Day,
): History {
  const unit = unitOf([{ usual }]);
  const placeOf = (day: Day): number => STRIP_DAYS - 1 - daysBetween(day, last);
  const inOrder = [...flags].sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    marks: inOrder.flatMap(({ day, flagged }) => flaggedMarks(flagged, placeOf(day), unit)),
    silent: silentHours(inOrder, placeOf),
    days: inOrder.map((flag) => {
      const [strongest] = stretchesOfDay(flag);
      return { day: flag.day, verdict: flag.verdict, hour: strongest?.from ?? 0 };
    }),
  };
}
