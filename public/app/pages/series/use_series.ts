import { getOneSeries } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { type SeriesKey, useRemote, type Remote, useServices } from '../../basics';
import type { SeriesAnswer } from './model/series_view';

/** Requests a series of a day with its training days. */
export function useSeries(day: Day, { source, subtype }: SeriesKey): Remote<SeriesAnswer> {
  const { api } = useServices();
  return useRemote(JSON.stringify([day, source, subtype]), (signal) =>
    api(getOneSeries, { params: { day }, query: { source, subtype } }, signal),
  );
}
