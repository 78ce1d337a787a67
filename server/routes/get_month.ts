import { seriesKey } from '../../common/sources';
import { DAYS_OF_MONTH, getMonth, hasResult } from '../../common/api';
import type { Settings } from '../../common/settings';
import { addDays, dayAt, type Day } from '../../common/time';
import { flagsInView, isGap, type Run } from '../app/runs';
import { beganOf, daysOfZone, monthStretches, monthSummary, silentHours } from '../app/showing';
import { subtypeKey } from '../app/basics';
import { createReader } from '../wiring';
import {
  crowdedMonth,
  isCrowded,
  drawLedger,
  type DrawnLedger,
  monthSeries,
  type MonthDays,
  bySeries,
  settingsOfRun,
  type DayRange,
  type Reader,
} from '../answers';
import { defineRoute } from './route';

function monthDays({ days, views }: DrawnLedger, present: Settings): MonthDays {
  const places = new Map(days.map(({ day }, place) => [day, place]));
  const limitOf = (run: Run): number => {
    const { method, talk } = settingsOfRun(run, present);
    return method === 'talk' ? talk.contribution_limit : 1;
  };
  const whole = new Set(days.flatMap(({ day, state }) => (state === 'analyzed' ? [day] : [])));
  const isWhole = (day: Day): boolean => whole.has(day);
  return { views, placeOf: (day) => places.get(day) ?? 0, limitOf, isWhole };
}

/** Series that could be assessed, over all days. */
function countAssessed({ views }: DrawnLedger): number {
  const results = views.flatMap((view) => view.results.map(({ result }) => result));
  return results.reduce((sum, { series, not_judged }) => sum + series - not_judged, 0);
}

/** Days with a finding about a whole source. */
function countSilentDays(
  flags: ReadonlyMap<string, readonly { readonly subtype: string | null; readonly day: Day }[]>,
): number {
  const about = [...flags.values()].flat().filter(({ subtype }) => subtype === null);
  return new Set(about.map(({ day }) => day)).size;
}

/** Days of which it is not known whether all that is watched had events. */
function countUnknownDays({ views }: DrawnLedger): number {
  return views.filter(({ run }) => run.silence_not_known !== undefined).length;
}

/** The series with their marks, and the findings of each by `seriesKey`. */
async function readMonth(
  reader: Reader,
  days: MonthDays,
  runs: readonly Run[],
  range: DayRange,
  signal: AbortSignal,
) {
  if (isCrowded(days.views)) {
    const found = await reader.fetchFlaggedHours(range, signal);
    const flags = bySeries(flagsInView(found, runs));
    return { flags, series: await crowdedMonth(reader, days, flags, signal) };
  }
  const found = await reader.fetchFlaggedDays(range, signal);
  const flags = bySeries(flagsInView(found, runs));
  return { flags, series: await monthSeries(reader, days, flags, signal) };
}

export const getMonthRoute = defineRoute(getMonth, async ({ query, signal }, caller, services) => {
  const reader = createReader(caller);
  const { settings } = await services.settings.load(signal);
  const { to } = query;
  const from = addDays(to, 1 - DAYS_OF_MONTH);
  const ledger = await drawLedger(reader, services.now(), settings, { from, to }, signal);
  const days = monthDays(ledger, settings);
  const month = await readMonth(reader, days, ledger.runs, { from, to }, signal);
  const { zone } = settings;
  const zoneDays = daysOfZone(zone);
  const flagsOf = ({ source, subtype }: { source: string; subtype: string }) =>
    month.flags.get(seriesKey(source, subtype)) ?? [];
  const series = month.series.map(({ marks, ...one }) => ({
    ...one,
    subtype: subtypeKey(one.subtype),
    marks: [...marks],
    silent: silentHours(flagsOf(one), days.placeOf),
    began: beganOf(flagsOf(one), to, zoneDays) ?? null,
  }));
  const summed = month.series.map((one) => ({
    name: one.name,
    stretches: monthStretches(flagsOf(one), zoneDays),
  }));
  const schedule_warning = await services.schedule.warning(caller, signal);
  const gaps = ledger.days.filter((day) => isGap(day, zone, services.now())).length;
  return {
    zone,
    from,
    to,
    days: [...ledger.days],
    summary: monthSummary({
      series: summed,
      has_begun: from <= dayAt(services.now().getTime(), zone),
      analyzed: ledger.days.filter(hasResult).length,
      assessed: countAssessed(ledger),
      silent_days: countSilentDays(month.flags),
      unknown_days: countUnknownDays(ledger),
      needed: gaps,
    }),
    gaps,
    schedule_warning,
    only_flagged: isCrowded(ledger.views),
    series,
  };
});
