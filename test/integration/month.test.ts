import { createReader } from '../../server/wiring/create_reader';
import { randomUUID } from 'node:crypto';
import { parseSettings } from '../../common/settings/parse_settings';
import { addDays, type Day } from '../../common/time/day';
import { viewsOfDays } from '../../server/app/runs/view/day_view';
import type { Run } from '../../server/app/runs/run';
import type { SeriesRecord } from '../../server/app/assessing/series_record';
import { startedRun } from '../../server/app/runs/started_run';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import type { FlaggedHours } from '../../server/app/showing/flagged_days';
import {
  fetchFlaggedDays,
  fetchFlaggedHours,
} from '../../server/elastic/results/fetch_flagged_days';
import { saveFindings } from '../../server/elastic/results/findings_store';
import { openSeriesWriter } from '../../server/elastic/results/series/series_writer';
import type { Caller } from '../../server/wiring/caller';
import { crowdedMonth, isCrowded } from '../../server/answers/crowded_month';
import { monthSeries, type MonthDays } from '../../server/answers/month_series';
import { bySeries } from '../../server/answers/by_series';
import { findingWith } from '../fixtures/tagging_finding';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const { signal } = new AbortController();
const scope = `month-${randomUUID()}`;
const SOURCE = 'syslog';
const TO = '2015-04-01';
const DAYS: readonly Day[] = [-2, -1, 0].map((age) => addDays(TO, age));
const range = { scope, from: DAYS[0] ?? TO, to: TO };
/** What every hour expects, in the series and in the findings alike. */
const USUAL = 9;

const caller: Caller = {
  name: null,
  client,
  can: () => Promise.resolve(true),
  request: undefined,
};

function runOn(day: Day, series: number): Run {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  const now = new Date(`${addDays(day, 1)}T06:00:00Z`);
  const { settings } = parsed;
  const identity = { attempt: 'a', started_by: null, origin: 'command' } as const;
  const nothing = { not_judged: 0, below_floor: 0, without_subtype: 0 };
  const counted = { series, documents: 100, ...nothing, training_days: 31, searches: 1 };
  return {
    ...startedRun({ day, scope, settings, now, ...identity }),
    status: 'analyzed',
    series,
    source_results: [{ source: SOURCE, state: 'judged', ...counted }],
  };
}

/** A series as usual in every hour but those given. */
function recordWith(subtype: string, hours: Readonly<Record<number, number>>): SeriesRecord {
  const flat = (count: number): number[] => Array<number>(24).fill(count);
  const today = flat(USUAL).map((count, hour) => hours[hour] ?? count);
  return {
    source: SOURCE,
    subtype,
    name: subtype,
    code: `${SOURCE} ${subtype}`,
    state: 'usual',
    reason: null,
    total: today.reduce((sum, count) => sum + count, 0),
    today,
    usual: flat(USUAL),
    usual_total: 24 * USUAL,
    inner: null,
    outer: { low: flat(8), high: flat(10) },
    top: 10,
    surprise: null,
    by_hour: flat(0),
    difference: null,
    basis: '3 days',
    basis_days: [],
    omitted_days: [],
    spectrum: null,
  };
}

async function store(day: Day, records: readonly SeriesRecord[], flagged: readonly string[]) {
  const run = runOn(day, records.length);
  const writer = openSeriesWriter(client, run, SOURCE, signal);
  await writer.add(records);
  await writer.close();
  const findings = flagged.map((subtype) =>
    findingWith({ subtype, source: SOURCE, day, scope, events: new Map([[10, 20]]) }),
  );
  await saveFindings(client, run, findings, () => new Date(), signal);
  return run;
}

let days: MonthDays;
beforeAll(async () => {
  await ensureIndices(client, signal);
  const [first = TO, second = TO, last = TO] = DAYS;
  const runs = [
    await store(first, [recordWith('gone', { 10: 20 }), recordWith('5', {})], ['gone']),
    await store(second, [recordWith('5', { 10: 20 }), recordWith('6', {})], ['5']),
    await store(last, [recordWith('5', { 10: 20 }), recordWith('6', {})], ['5']),
  ];
  days = {
    views: viewsOfDays(runs),
    placeOf: (day) => DAYS.indexOf(day),
    limitOf: () => 1,
    isWhole: () => true,
  };
});
afterAll(() => client.close());

describe('a month', () => {
  it('is crowded where a day has thousands of series', () => {
    expect(isCrowded(days.views)).toBe(false);
    expect(isCrowded([...days.views, ...viewsOfDays([runOn(TO, 10_000)])])).toBe(true);
  });

  it('that is crowded has the flagged hours that reading all series gives', async () => {
    const all = bySeries(await fetchFlaggedDays(client, range, signal));
    const hours = bySeries<FlaggedHours>(await fetchFlaggedHours(client, range, signal));
    const shown = (series: Awaited<ReturnType<typeof monthSeries>>) =>
      series
        .map(({ subtype, name, marks }) => ({ subtype, name, marks: [...marks].sort() }))
        .sort((a, b) => (a.subtype < b.subtype ? -1 : 1));
    const whole = shown(await monthSeries(createReader(caller), days, all, signal));
    const crowded = shown(await crowdedMonth(createReader(caller), days, hours, signal));
    expect(whole.map(({ subtype }) => subtype)).toEqual(['5', '6', 'gone']);
    const units = Number(((20 - USUAL) / USUAL).toPrecision(4));
    expect(whole[0]?.marks).toEqual([
      [1, 10, units, true],
      [2, 10, units, true],
    ]);
    expect(crowded.slice(0, 2)).toEqual(whole.slice(0, 2));
    // Of what is gone only the direction is known: nothing says what was usual.
    expect(crowded[2]).toEqual({ subtype: 'gone', name: 'gone', marks: [[0, 10, 1, true]] });
  });
});
