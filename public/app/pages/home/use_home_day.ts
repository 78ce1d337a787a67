import { getSettings, getSources, hasResult, listRuns } from '../../../../common/api';
import { addDays, type Day, dayAt } from '../../../../common/time';
import {
  type ApiClient,
  type HomeDay,
  type Remote,
  useMemory,
  useRemote,
  useServices,
} from '../../basics';
import { homeDay } from './home_day';

/** How far back a result is searched for. */
const DAYS_BACK = 92;

const yesterdayIn = (zone: string, now: Date): Day => addDays(dayAt(now.getTime(), zone), -1);

/** All requests at once. The run history is requested for more days than are over in any zone. */
async function findHomeDay(api: ApiClient, now: Date, signal: AbortSignal): Promise<HomeDay> {
  const today = dayAt(now.getTime(), 'UTC');
  const range = { from: addDays(today, -DAYS_BACK), to: addDays(today, 1) };
  const [{ settings }, ledger, sources] = await Promise.all([
    api(getSettings, {}, signal),
    api(listRuns, { query: range }, signal),
    api(getSources, {}, signal),
  ]);
  const { zone } = settings;
  const yesterday = yesterdayIn(zone, now);
  const past = ledger.days.filter(({ day }) => day <= yesterday);
  const daysWithLogs = sources.days_with_logs.map(({ day }) => day);
  return {
    day: homeDay(yesterday, past, daysWithLogs),
    zone,
    isSettled: past.some((entry) => entry.day === yesterday && hasResult(entry)),
  };
}

/** The day that a reader most likely came for; requested only if it may have changed by now. */
export function useHomeDay(): Remote<HomeDay> {
  const { api, now } = useServices();
  const { home } = useMemory();
  const known = (): HomeDay | undefined => {
    const last = home.get('home');
    return last?.isSettled === true && last.day === yesterdayIn(last.zone, now())
      ? last
      : undefined;
  };
  return useRemote('home', async (signal) => known() ?? findHomeDay(api, now(), signal), {
    get: known,
    set: home.set,
  });
}
