import { backfill } from '../../common/api/runs/backfill';
import { cancelRun } from '../../common/api/runs/cancel_run';
import { checkSource } from '../../common/api/setup/check_source';
import { deleteSchedule } from '../../common/api/setup/delete_schedule';
import { getCalendars } from '../../common/api/judging/calendars';
import { getDiagnostics } from '../../common/api/setup/get_diagnostics';
import { getJudgments } from '../../common/api/judging/get_judgments';
import { getFindings } from '../../common/api/day/get_findings';
import { getOneSeries } from '../../common/api/day/get_one_series';
import { getSchedule } from '../../common/api/setup/get_schedule';
import { getSeriesOfDay } from '../../common/api/day/get_series_of_day';
import { getSettings } from '../../common/api/setup/get_settings';
import { listRuns } from '../../common/api/runs/list_runs';
import { putSchedule } from '../../common/api/setup/put_schedule';
import { putSettings } from '../../common/api/setup/put_settings';
import { renewScheduleKey } from '../../common/api/setup/renew_schedule_key';
import { startRun } from '../../common/api/runs/start_run';
import { tagDay } from '../../common/api/day/tag_day';
import { uninstall } from '../../common/api/setup/uninstall';
import { untagDay } from '../../common/api/day/untag_day';
import { addDays } from '../../common/time/day';
import { routes } from '../../server/routes';
import { goodInputs } from '../contract/cases';
import { EARLIER_ZIP, openingTimesOf } from './earlier';
import {
  openingTimesInBrowser,
  retryInBrowser,
  scriptsInBrowser,
  type OpeningTimes,
} from './entry';
import { readEnvironment } from './environment';
import { dashboardInBrowser, importDashboard } from './dashboard';
import { createDataView, listInBrowser } from './data_view';
import { calendarInBrowser, judgeInBrowser, muteInBrowser, sourceInBrowser } from './deciding';
import {
  countTagged,
  LOG_PATTERN,
  LOUD_EVENTS,
  LOUD_HOUR,
  LOUD_SERIES,
  settings,
  source,
  SOURCE,
} from './logs';
import {
  analyzeInBrowser,
  keysInBrowser,
  morningInBrowser,
  settingsInBrowser,
  uninstallInBrowser,
} from './page';
import { lastClosedDay, setStage, type Stage } from './stage';
import { until } from './until';
import { changeSettings, lookInBrowser } from './user_settings';
import type { Visitor } from './visitor';

const environment = readEnvironment();
const isMeant = environment !== undefined && environment.superuser === undefined;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function openingWords({ logwave, discover }: OpeningTimes): string {
  const ratio = (logwave / discover).toFixed(2);
  return `Logwave ${logwave.toFixed(0)} ms, Discover ${discover.toFixed(0)} ms, ratio ${ratio}`;
}

/** Endpoints that have steps of their own, after the others. */
const LATER: ReadonlySet<string> = new Set(
  [
    backfill,
    cancelRun,
    listRuns,
    getSchedule,
    putSchedule,
    renewScheduleKey,
    deleteSchedule,
    uninstall,
  ].map(({ id }) => id),
);

(isMeant ? describe : describe.skip)('in a Kibana without security', () => {
  let stage: Stage;
  let visitor: Visitor;
  let earlier: OpeningTimes | undefined;

  beforeAll(async () => {
    if (environment === undefined || EARLIER_ZIP === undefined) return;
    earlier = await openingTimesOf(EARLIER_ZIP, environment, lastClosedDay());
  });
  beforeAll(async () => {
    if (environment === undefined) return;
    stage = await setStage(environment);
    visitor = stage.visitor(undefined);
  });
  afterAll(() => stage?.close());

  it('says that everybody may do everything', async () => {
    const answer = await visitor.get(getDiagnostics);
    expect(answer).toMatchObject({ security: false, user: null, host: 'kibana' });
    expect(answer.versions.host).toBe(`Kibana ${environment?.kibana_version}`);
    expect(answer.privileges).toEqual({
      read: true,
      judge: true,
      run: true,
      tag: true,
      manage: true,
    });
    expect(answer.notes.join()).toMatch(/security/i);
  });

  it('keeps settings, and refuses to overwrite those of others', async () => {
    const { version } = await visitor.get(getSettings);
    const body = { settings, version };
    expect(await visitor.get(putSettings, { body })).toMatchObject({ needs_key: false });
    const { status, json } = await visitor.ask(putSettings, { body });
    expect(status).toBe(409);
    expect(json).toMatchObject({ statusCode: 409, attributes: { code: 'settings_conflict' } });
  });

  it('analyzes a day, finds its loud hour and tags its documents', async () => {
    const { run_id } = await visitor.get(startRun, { body: { day: stage.day, tag: true } });
    expect(await visitor.runEnd(run_id)).toMatchObject({ status: 'analyzed', origin: 'user' });
    const { findings } = await visitor.get(getFindings, { params: { day: stage.day } });
    const loud = findings.filter(({ subtype }) => subtype === LOUD_SERIES);
    expect(loud.flatMap(({ hours }) => hours)).toContain(LOUD_HOUR);
    expect(await countTagged(stage.client)).toBeGreaterThanOrEqual(60);
  });

  it('takes exactly these tags away, and puts them there again', async () => {
    const tagged = await countTagged(stage.client);
    const params = { day: stage.day };
    expect(await visitor.get(untagDay, { params })).toMatchObject({ removed: tagged });
    expect(await countTagged(stage.client)).toBe(0);
    const { run_id } = await visitor.get(tagDay, { params });
    await visitor.runEnd(run_id);
    await until(async () => (await countTagged(stage.client)) === tagged);
  });

  it('shows series with their training days, in small answers', async () => {
    const params = { day: stage.day };
    const { series } = await visitor.get(getSeriesOfDay, { params });
    expect(series.map(({ subtype }) => subtype).sort()).toEqual(['cron', LOUD_SERIES]);
    const query = { source: SOURCE, subtype: LOUD_SERIES };
    const one = await visitor.get(getOneSeries, { params, query });
    expect(JSON.stringify(one)).toContain(addDays(stage.day, -14));
  });

  it('answers at every other endpoint', async () => {
    const subject = { day: stage.day, zone: 'UTC', source: SOURCE, index: LOG_PATTERN };
    const inputs = new Map([
      ...goodInputs({ ...subject, subtype: LOUD_SERIES }),
      [checkSource.id, { body: { source, day: stage.day } }],
    ]);
    for (const { endpoint } of routes) {
      const { id } = endpoint;
      const isOwnStep = stage.called.has(id) || LATER.has(id);
      if (!isOwnStep) await visitor.get(endpoint, inputs.get(id));
    }
    expect(stage.called.size + LATER.size).toBe(routes.length);
  });

  it('answers errors in the shape of Kibana', async () => {
    const missing = await visitor.ask(getFindings, { params: { day: '2001-01-01' } });
    expect(missing).toMatchObject({
      status: 404,
      json: { statusCode: 404, error: 'Not Found', attributes: { code: 'day_not_analyzed' } },
    });
    const wrong = await visitor.ask(startRun, { body: { day: 'yesterday' } });
    expect(wrong).toMatchObject({ status: 400, json: { statusCode: 400 } });
    expect(wrong.json).not.toHaveProperty('attributes');
  });

  it('cancels', async () => {
    const body = { from: addDays(stage.day, -3), to: addDays(stage.day, -1), again: true };
    const { run_ids } = await visitor.get(backfill, { body });
    await until(async () => {
      const answers = await Promise.all(
        run_ids.map((run_id) => visitor.ask(cancelRun, { params: { run_id } })),
      );
      return answers.some(({ status }) => status === cancelRun.status);
    });
  });

  it('runs the task, which analyzes the days that are due', async () => {
    const on = await visitor.get(putSchedule, { body: { interval: '1h', tag: false } });
    expect(on).toMatchObject({ enabled: true, user: null, obstacles: [], key: null });
    expect(await visitor.get(renewScheduleKey)).toMatchObject({ enabled: true, key: null });
    await until(async () => (await visitor.get(getSchedule)).last_run !== null);
    expect((await visitor.get(getSchedule)).last_run).toMatchObject({ outcome: 'done' });
    const query = { from: addDays(stage.day, -6), to: stage.day };
    const { runs } = await visitor.get(listRuns, { query });
    expect(runs.filter(({ origin }) => origin === 'schedule').length).toBeGreaterThan(0);
    expect(await visitor.get(deleteSchedule)).toMatchObject({ enabled: false, next_run: null });
  });

  it('shows the page: "Analyze day" is pressed and findings appear', async () => {
    await analyzeInBrowser(stage.kibana.url, addDays(stage.day, -1), stage.day, {});
  });

  it('shows documents in the page itself as long as Discover has no data view', async () => {
    await listInBrowser(stage.kibana.url, stage.day, {});
  });

  it('leads from the day to a series, its sentence, and its documents in Discover', async () => {
    await createDataView(stage.kibana.url);
    const { day } = stage;
    const looked = { day, series: LOUD_SERIES, events: LOUD_EVENTS };
    const { index, query, shown } = await morningInBrowser(stage.kibana.url, looked, {});
    expect(shown).toBe(LOUD_EVENTS);
    const { count } = await stage.client.count({ index, query });
    expect(count).toBe(LOUD_EVENTS);
  });

  it('lists the keys of each page, names the hour once, and opens lines to their whole text', async () => {
    const looked = { day: stage.day, series: LOUD_SERIES };
    await keysInBrowser(stage.kibana.url, looked, {});
  });

  it('writes times and numbers, and begins weeks, as the settings of Kibana say', async () => {
    const { url } = stage.kibana;
    const before = await lookInBrowser(url, stage.day, {});
    expect(before.analyzed).toMatch(/^Analyzed \d+ \w+ \d\d:\d\d, /);
    const chosen = {
      dateFormat: 'YYYY/MM/DD HH:mm',
      'dateFormat:dow': 'Wednesday',
      'format:number:defaultLocale': 'es',
    };
    await changeSettings(url, chosen);
    const after = await lookInBrowser(url, stage.day, {});
    expect(after.analyzed).toMatch(/^Analyzed \d{4}\/\d\d\/\d\d \d\d:\d\d, /);
    const took = before.analyzed.split(', ')[1] ?? '';
    expect(after.analyzed.split(', ').slice(1).join(', ')).toContain(took.replace('.', ','));
    expect([before.firstWeekday, after.firstWeekday]).toEqual(['Su', 'We']);
    await changeSettings(url, Object.fromEntries(Object.keys(chosen).map((name) => [name, null])));
  });

  it.each(['home', 'discover'])('loads only its entry where %s is open', async (app) => {
    const scripts = await scriptsInBrowser(stage.kibana.url, app, {});
    expect(scripts.map(({ name }) => name)).toEqual(['logwave.plugin.js']);
    expect(scripts[0]?.bytes).toBeLessThan(4_000);
  });

  it('takes the dashboard of findings, and draws its panels without an error', async () => {
    await importDashboard(stage.kibana.url);
    await dashboardInBrowser(stage.kibana.url);
  });

  it('says that the code of the page did not come, and shows the page at a retry', async () => {
    await retryInBrowser(stage.kibana.url, stage.day, {});
  });

  it('is opened from the menu of Kibana', async () => {
    const times = await openingTimesInBrowser(stage.kibana.url, {});
    say(`opened from the menu, median of five, warm: ${openingWords(times)}`);
    say(
      earlier === undefined
        ? 'not compared with an earlier build: LOGWAVE_BASELINE_ZIP names the zip of one'
        : `the earlier build, in the same way: ${openingWords(earlier)}`,
    );
    expect(Object.values(times).every(Number.isFinite)).toBe(true);
  });

  it('judges a finding in the page, after telling what that changes', async () => {
    const said = await judgeInBrowser(stage.kibana.url, stage.day, {});
    expect(said).toContain('expected: a load test');
    const { judgments } = await visitor.get(getJudgments, { query: { source: SOURCE } });
    const [latest] = judgments;
    expect(latest).toMatchObject({ judgment: 'expected', note: 'a load test', hours: [LOUD_HOUR] });
  });

  it('mutes a series in the page, and takes that back', async () => {
    const said = await muteInBrowser(stage.kibana.url, stage.day, {});
    expect(said).toMatch(/^muted until \d{4}-\d\d-\d\d: maintenance$/);
  });

  it('takes a calendar from a file in the page, and removes it', async () => {
    const said = await calendarInBrowser(stage.kibana.url, addDays(stage.day, 30), {});
    expect(said).toMatch(/all sources.*like a Sunday.*1 day in the next 2 years.*Founding day/);
    expect((await visitor.get(getCalendars)).calendars).toEqual([]);
  });

  it('makes a source of a data view in the page, and shows its series', async () => {
    expect(await sourceInBrowser(stage.kibana.url, {})).toMatch(/web.*198.*cron.*48/);
    const { settings: kept } = await visitor.get(getSettings);
    const made = kept.sources.filter(({ id }) => id === 'logs_of_kibana_test');
    expect(made).toMatchObject([
      { index: LOG_PATTERN, time_field: '@timestamp', subtype_fields: ['program'] },
    ]);
  });

  it('says in the page what a limit would do, and keeps it', async () => {
    const said = await settingsInBrowser(stage.kibana.url, 7.5, {});
    expect(said).toMatch(/With these settings: .* a day/);
    const { settings: kept } = await visitor.get(getSettings);
    expect(kept.calibrated.score_limit).toBe(7.5);
  });

  it('removes settings and schedule in the page, once that is confirmed', async () => {
    expect(await uninstallInBrowser(stage.kibana.url, {})).toMatch(/objects were deleted/);
    const { settings: kept } = await visitor.get(getSettings);
    expect(kept.calibrated.score_limit).not.toBe(7.5);
  });

  it('leaves nothing behind that would stop an upgrade', async () => {
    const body = { remove_tags: true, remove_indices: true };
    const { done, not_done, indices_removed } = await visitor.get(uninstall, { body });
    expect(done.length).toBeGreaterThan(0);
    expect(not_done).toEqual([]);
    expect(indices_removed.every((name) => name.startsWith('logwave-'))).toBe(true);
    expect(await countTagged(stage.client)).toBe(0);
    await stage.kibana.stop();
    await stage.kibana.remove();
    const { count } = await stage.client.count({
      index: '.kibana*',
      q: 'type:logwave*',
      expand_wildcards: 'all',
    });
    expect(count).toBe(0);
    expect(await stage.kibana.log()).not.toMatch(/\[ERROR\]\[plugins\.logwave\]/);
    await stage.kibana.forgetSettings();
    // Kibana comes up as if the plugin had never been there.
    await stage.kibana.start();
  });

  it('was asked for everything that it serves', () => {
    const missing = routes.map(({ endpoint }) => endpoint.id).filter((id) => !stage.called.has(id));
    expect(missing).toEqual([]);
  });
});
