import { getOneSeries } from '../../../../common/api/day/get_one_series';
import type { Day } from '../../../../common/time/day';
import type { SeriesKey } from '../../basics/address';
import { useRemote, type Remote } from '../../basics/remote';
import { useServices } from '../../basics/services';
import type { SeriesAnswer } from './model/series_view';

/** Asks for a series of a day with its training days. */
export function useSeries(day: Day, { source, subtype }: SeriesKey): Remote<SeriesAnswer> {
  const { api } = useServices();
  return useRemote(JSON.stringify([day, source, subtype]), (signal) =>
    api(getOneSeries, { params: { day }, query: { source, subtype } }, signal),
  );
}
