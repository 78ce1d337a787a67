import { DAYS_OF_MONTH, getMonth } from '../../common/api/get_month';
import { addDays, type Day } from '../../common/time/day';
import { countWords, pluralWords } from '../../common/waveform/words';
import { beganOf, marksOf, MONTH_FIELDS, unitOf, type Mark, type MonthRecord } from '../app/month';
import type { Run } from '../app/run';
import { fetchFlaggedDays, type FlaggedDay } from '../elastic/fetch_flagged_days';
import { fetchStoredSeries } from '../elastic/series_store';
import type { Caller } from './caller';
import { drawLedger } from './draw_ledger';
import { defineRoute } from './route';
import { bySeries, seriesKey } from './series_key';
import { SCOPE } from './services';
import { settingsOfRun } from './settings_of_run';

/** What a month shows of a series while its days come in, the latest day first. */
interface MonthSeries {
  readonly latest: MonthRecord;
  unit: number | null;
  readonly marks: Mark[];
  first: Day;
}

/** Reads the days one after the other, so that no more than one is in memory. */
async function collect(
  { client }: Caller,
  runs: readonly Run[],
  flags: ReadonlyMap<string, readonly FlaggedDay[]>,
  dayOf: (day: Day) => number,
  limitOf: (run: Run) => number,
  signal: AbortSignal,
): Promise<Map<string, MonthSeries>> {
  const all = new Map<string, MonthSeries>();
  for (const run of [...runs].reverse()) {
    const sources = run.source_results.map(({ source }) => source);
    const wanted = [{ run_id: run.run_id, sources }];
    const stored = await fetchStoredSeries(client, wanted, MONTH_FIELDS, signal);
    for (const record of stored.flatMap(({ series }) => series)) {
      const key = seriesKey(record.source, record.subtype);
      const series = all.get(key) ?? { latest: record, unit: null, marks: [], first: run.day };
      all.set(key, series);
      series.unit ??= unitOf([record]);
      if (record.total > 0) series.first = run.day;
      const flagged = (flags.get(key) ?? []).find(({ day }) => day === run.day)?.hours ?? [];
      series.marks.push(...marksOf(record, dayOf(run.day), flagged, series.unit, limitOf(run)));
    }
  }
  return all;
}

function monthSummary(series: number, unusual: number, needed: number): string {
  const found = `${countWords(unusual)} of ${pluralWords(series, 'series', 'series')} were unusual on some day.`;
  if (needed === 0) return found;
  return `${found} ${pluralWords(needed, 'day needs', 'days need')} another run.`;
}

export const getMonthRoute = defineRoute(getMonth, async ({ query, signal }, caller, services) => {
  const { settings } = await services.settings.load(signal);
  const { to } = query;
  const from = addDays(to, 1 - DAYS_OF_MONTH);
  const ledger = await drawLedger(caller, services, settings, { from, to }, signal);
  const flags = bySeries(await fetchFlaggedDays(caller.client, { scope: SCOPE, from, to }, signal));
  const places = new Map(ledger.days.map(({ day }, place) => [day, place]));
  const all = await collect(
    caller,
    ledger.runs,
    flags,
    (day) => places.get(day) ?? 0,
    (run) => {
      const { method, talk } = settingsOfRun(run, settings);
      return method === 'talk' ? talk.contribution_limit : 1;
    },
    signal,
  );
  const firstDay = ledger.runs[0]?.day;
  const series = [...all].map(([key, { latest, unit, marks, first }]) => ({
    source: latest.source,
    subtype: latest.subtype,
    name: latest.name,
    code: latest.code,
    unit,
    marks,
    began: beganOf(flags.get(key) ?? [], to) ?? null,
    // Before the first day that was analysed nobody looked.
    first_seen: firstDay !== undefined && first > firstDay ? first : null,
  }));
  const unusual = series.filter(({ began }) => began !== null).length;
  const needed = ledger.days.filter(({ state }) => state !== 'analysed').length;
  return {
    zone: settings.zone,
    from,
    to,
    days: [...ledger.days],
    summary: monthSummary(series.length, unusual, needed),
    series,
  };
});
