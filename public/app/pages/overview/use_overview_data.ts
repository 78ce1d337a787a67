import {
  getSchedule,
  type Schedule,
  getSettings,
  getSources,
  listRuns,
  MAX_LEDGER_DAYS,
  type AnswerOf,
  STRIP_DAYS,
} from '../../../../common/api';
import { addDays, type Day, dayAt } from '../../../../common/time';
import { useMemory, useRemote, type Remote, useServices } from '../../basics';
import { type DayWithSilence, loadDay } from './load_day';

type Sources = AnswerOf<typeof getSources>;
type Ledger = AnswerOf<typeof listRuns>;

/** All that the overview of a day requests from the host. */
export interface OverviewData {
  readonly day: Remote<DayWithSilence>;
  readonly sources: Remote<Sources>;
  /** From the first day of the strip to the present day. */
  readonly ledger: Remote<Ledger>;
  readonly schedule: Remote<Schedule>;
  readonly settings: Remote<AnswerOf<typeof getSettings>>;
  /** Undefined until the host has answered. */
  readonly zone: string | undefined;
  /** The most days that a day is learned from; undefined until the settings are known. */
  readonly trainingDays: number | undefined;
  /** The present day in the zone. */
  readonly today: Day;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** Requests a day, and the data around it. */
export function useOverviewData(day: Day): OverviewData {
  const { api, now } = useServices();
  const memory = useMemory();
  const from = addDays(day, 1 - STRIP_DAYS);
  const present = now().getTime();
  // In no zone does a day begin more than one day after that of UTC.
  const to = earlier(addDays(dayAt(present, 'UTC'), 1), addDays(from, MAX_LEDGER_DAYS - 1));
  const range = { from, to: to < day ? day : to };
  const ofDay = useRemote(day, (signal) => loadDay(api, day, now(), signal), memory.days);
  const settings = useRemote('settings', (signal) => api(getSettings, {}, signal));
  const zone = ofDay.data?.head.zone ?? settings.data?.settings.zone;
  return {
    day: ofDay,
    sources: useRemote('sources', (signal) => api(getSources, {}, signal), memory.sources),
    ledger: useRemote(`ledger ${day}`, (signal) => api(listRuns, { query: range }, signal)),
    schedule: useRemote('schedule', (signal) => api(getSchedule, {}, signal)),
    settings,
    zone,
    trainingDays: settings.data?.settings.training.days,
    today: dayAt(present, zone ?? 'UTC'),
  };
}
