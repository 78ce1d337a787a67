import { getOneSeries } from '../../../../common/api/get_one_series';
import type { Day } from '../../../../common/time/day';
import type { SeriesKey } from '../../address';
import { useRemote, type Remote } from '../../remote';
import { useServices } from '../../services';
import type { SeriesAnswer } from './series_view';

/** Asks for a series of a day with its training days. */
export function useSeries(day: Day, { source, subtype }: SeriesKey): Remote<SeriesAnswer> {
  const { api } = useServices();
  return useRemote(JSON.stringify([day, source, subtype]), (signal) =>
    api(getOneSeries, { params: { day }, query: { source, subtype } }, signal),
  );
}
