import { useMemo } from 'react';
import { getSeriesOfDay } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { type SeriesKey, useMemory, useRemote, useServices } from '../../basics';
import { neighborsOf, type Neighbors } from './model/neighbors';

const NONE: Neighbors = { previous: undefined, next: undefined };

/**
 * The series before and after, from the day's overview, which is requested only if it was not yet.
 */
export function useNeighbors(day: Day, series: SeriesKey, filter: string): Neighbors {
  const { api } = useServices();
  const { days } = useMemory();
  const { data } = useRemote(
    day,
    (signal) => {
      const kept = days.get(day);
      return kept === undefined
        ? api(getSeriesOfDay, { params: { day } }, signal)
        : Promise.resolve(kept);
    },
    days,
  );
  const { source, subtype } = series;
  return useMemo(
    () => (data === undefined ? NONE : neighborsOf(data, filter, { source, subtype })),
    [data, filter, source, subtype],
  );
}
