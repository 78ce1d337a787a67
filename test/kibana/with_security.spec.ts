import { deleteSchedule } from '../../common/api/setup/delete_schedule';
import { getDiagnostics } from '../../common/api/setup/get_diagnostics';
import { getFindings } from '../../common/api/day/get_findings';
import { getSchedule } from '../../common/api/setup/get_schedule';
import { getSettings } from '../../common/api/setup/get_settings';
import { listRuns } from '../../common/api/runs/list_runs';
import { putSchedule } from '../../common/api/setup/put_schedule';
import { putSettings } from '../../common/api/setup/put_settings';
import { renewScheduleKey } from '../../common/api/setup/renew_schedule_key';
import { startRun } from '../../common/api/runs/start_run';
import { tagDay } from '../../common/api/day/tag_day';
import { uninstall } from '../../common/api/setup/uninstall';
import { addDays } from '../../common/time/day';
import { KEY_TYPE } from '../../server/kibana/saved_object_types';
import { createDataView } from './data_view';
import { readEnvironment } from './environment';
import { keySteps } from './key_steps';
import { testChannelInBrowser } from './messages';
import { countTagged, LOUD_EVENTS, settings } from './logs';
import { analyzeInBrowser, foundInBrowser, readInBrowser } from './page';
import { authorization } from './real_kibana';
import { canGrantInOneSpace, createLocalUser, createUsers, type UserName } from './roles';
import { ruleSteps } from './rule_steps';
import { setStage, type Stage } from './stage';
import { until } from './until';
import { Visitor } from './visitor';

const environment = readEnvironment();
const isMeant = environment?.superuser !== undefined;

(isMeant ? describe : describe.skip)('in a Kibana with security', () => {
  let stage: Stage;
  let users: ReadonlyMap<UserName, Visitor>;

  const as = (name: UserName): Visitor => {
    const visitor = users.get(name);
    if (visitor === undefined) throw new Error(`there is no user ${name}`);
    return visitor;
  };

  const keysInElasticsearch = async () => {
    const { api_keys: keys } = await stage.client.security.getApiKey({ active_only: true });
    return keys.filter(({ metadata }) => metadata?.['managed_by'] === 'logwave');
  };

  beforeAll(async () => {
    if (environment === undefined) return;
    stage = await setStage(environment);
    users = await createUsers(stage, environment);
  });
  afterAll(() => stage?.close());

  it('knows the user and what the user may do', async () => {
    const reader = await as('reader').get(getDiagnostics);
    expect(reader).toMatchObject({ security: true, user: 'logwave_test_reader' });
    expect(reader.privileges).toEqual({
      read: true,
      judge: false,
      run: false,
      tag: false,
      manage: false,
    });
    const tagger = await as('tagger').get(getDiagnostics);
    expect(tagger.privileges).toEqual({
      read: true,
      judge: true,
      run: true,
      tag: true,
      manage: false,
    });
  });

  it('lets nobody in who has no privilege of ours', async () => {
    const { status, json } = await as('stranger').ask(getSettings);
    expect(status).toBe(403);
    // It comes from Kibana itself, and so has no code.
    expect(json).not.toHaveProperty('attributes');
  });

  it('lets those who manage it change the settings, and nobody else', async () => {
    const { version } = await as('admin').get(getSettings);
    const body = { settings, version };
    for (const name of ['reader', 'analyst', 'tagger'] as const) {
      expect((await as(name).ask(putSettings, { body })).status).toBe(403);
    }
    const { updated_by } = await as('admin').get(putSettings, { body });
    expect(updated_by).toBe('logwave_test_admin');
  });

  it('analyzes in the name of an analyst, who may not tag', async () => {
    const analyst = as('analyst');
    expect((await as('reader').ask(startRun, { body: { day: stage.day } })).status).toBe(403);
    const tagging = await analyst.ask(startRun, { body: { day: stage.day, tag: true } });
    expect(tagging).toMatchObject({ status: 403, json: { attributes: { code: 'forbidden' } } });
    expect((await analyst.ask(tagDay, { params: { day: stage.day } })).status).toBe(403);
    const { run_id } = await analyst.get(startRun, { body: { day: stage.day, tag: false } });
    expect(await analyst.runEnd(run_id)).toMatchObject({
      status: 'analyzed',
      started_by: 'logwave_test_analyst',
      seen_by: null,
    });
    expect(await countTagged(stage.client)).toBe(0);
  });

  it('shows the findings to a reader, in the page as well', async () => {
    const { findings } = await as('reader').get(getFindings, { params: { day: stage.day } });
    expect(findings.length).toBeGreaterThan(0);
    await readInBrowser(stage.kibana.url, stage.day, as('reader').headers);
  });

  it('lets an analyst press "Analyze day"', async () => {
    const { headers } = as('analyst');
    await analyzeInBrowser(stage.kibana.url, addDays(stage.day, -1), stage.day, headers);
  });

  it('leads who may not tag to all documents that were found', async () => {
    const superuser = environment?.superuser;
    if (superuser === undefined) throw new Error('there is no superuser');
    await createDataView(stage.kibana.url, authorization(superuser));
    const { headers } = as('analyst');
    const { index, query, shown } = await foundInBrowser(stage.kibana.url, stage.day, headers);
    expect(shown).toBe(LOUD_EVENTS);
    expect((await stage.client.count({ index, query })).count).toBe(LOUD_EVENTS);
  });

  it('tags with the rights of a user who may', async () => {
    const { run_id } = await as('tagger').get(tagDay, { params: { day: stage.day } });
    await as('tagger').runEnd(run_id);
    await until(async () => (await countTagged(stage.client)) >= 60);
  });

  it('does not take a lack of rights on the logs for silence', async () => {
    const { run_id } = await as('blind').get(startRun, {
      body: { day: addDays(stage.day, -2), tag: false },
    });
    const run = await as('blind').runEnd(run_id);
    expect(run.status).not.toBe('analyzed');
    expect(`${run.error} ${run.left_out.join()}`).toMatch(/privilege "read" is missing/);
  });

  it('grants no key to a caller who came with one', async () => {
    const key = await stage.client.security.createApiKey({ name: 'logwave test' });
    const headers = { authorization: `ApiKey ${key.encoded}` };
    const visitor = new Visitor(stage.kibana.url, headers, stage.called);
    expect(await visitor.ask(putSchedule, { body: {} })).toMatchObject({
      status: 400,
      json: { attributes: { code: 'api_key_caller' } },
    });
    await stage.client.security.invalidateApiKey({ ids: [key.id] });
  });

  it('runs the task with a key of the user, limited to what it needs', async () => {
    await as('admin').get(putSchedule, { body: { interval: '5m', tag: false } });
    await until(async () => (await as('admin').get(getSchedule)).last_run !== null);
    expect((await as('admin').get(getSchedule)).last_run).toMatchObject({ outcome: 'done' });
    const query = { from: addDays(stage.day, -6), to: stage.day };
    const { runs } = await as('reader').get(listRuns, { query });
    const scheduled = runs.filter(({ origin }) => origin === 'schedule');
    expect(scheduled.length).toBeGreaterThan(0);
    expect(scheduled.every((run) => run.started_by === 'logwave_test_admin')).toBe(true);
    const [key, ...others] = await keysInElasticsearch();
    expect(others).toEqual([]);
    expect(key?.username).toBe('logwave_test_admin');
    expect(JSON.stringify(key?.role_descriptors)).not.toContain('"all"');
  });

  it('keeps the key encrypted', async () => {
    const { hits } = await stage.client.search<Record<string, { api_key?: string }>>({
      index: '.kibana*',
      q: `type:${KEY_TYPE}`,
      expand_wildcards: 'all',
    });
    const stored = hits.hits.map(({ _source }) => _source?.[KEY_TYPE]?.api_key);
    expect(stored).toHaveLength(1);
    // A key in the clear has 22 letters and digits.
    expect(stored[0]?.length).toBeGreaterThan(80);
  });

  it('asks for a new key when the sources change', async () => {
    const { version } = await as('admin').get(getSettings);
    const changed = { ...settings, sources: [...(settings.sources ?? [])] };
    changed.sources.push({ id: 'syslog', enabled: true });
    const first = await as('admin').get(putSettings, { body: { settings: changed, version } });
    expect(first.needs_key).toBe(true);
    const body = { settings, version: first.version };
    expect((await as('admin').get(putSettings, { body })).needs_key).toBe(false);
  });

  it('sends a mail by a channel of kibana.yml, its password from the keystore', async () => {
    const said = await testChannelInBrowser(stage.kibana.url, 'contract', as('admin').headers);
    expect(said).toContain('ana@example.org');
    const tests = stage.post.mails.filter(({ raw }) => /^Subject: Logwave: a test/m.test(raw));
    expect(tests).toMatchObject([{ to: ['ana@example.org'], isEncrypted: true }]);
    expect(await stage.kibana.log()).not.toContain('s3cret-word');
  });

  ruleSteps(() => ({ stage, as }));

  keySteps(() => {
    if (environment === undefined) throw new Error('there is no environment');
    return { stage, environment, as, keysInElasticsearch };
  });

  it('lets nobody change what all spaces share who may do so in one space only', async () => {
    if (environment === undefined) throw new Error('there is no environment');
    const local = await createLocalUser(stage, environment);
    expect(await canGrantInOneSpace(stage, environment)).toBe(false);
    await local.get(getFindings, { params: { day: stage.day } });
    const { version } = await local.get(getSettings);
    for (const [endpoint, body] of [
      [deleteSchedule, undefined],
      [putSchedule, {}],
      [renewScheduleKey, undefined],
      [putSettings, { settings, version }],
      [uninstall, {}],
    ] as const) {
      const answer = await local.ask(endpoint, body === undefined ? {} : { body });
      expect([endpoint.id, answer]).toMatchObject([
        endpoint.id,
        { status: 403, json: { message: expect.stringContaining('in all spaces') as string } },
      ]);
    }
    expect((await as('admin').get(getSchedule)).enabled).toBe(true);
  });

  it('invalidates the key when the schedule is switched off', async () => {
    await as('admin').get(deleteSchedule);
    expect(await keysInElasticsearch()).toEqual([]);
  });

  it('is uninstalled by an administrator', async () => {
    expect((await as('analyst').ask(uninstall, { body: {} })).status).toBe(403);
    await as('admin').get(putSchedule, { body: {} });
    const tagged = await countTagged(stage.client);
    const all = { remove_tags: true, remove_indices: true };
    // A user who lacks a right learns so before anything is removed.
    expect(await as('admin').ask(uninstall, { body: all })).toMatchObject({
      status: 403,
      json: { message: expect.stringMatching(/^Nothing was removed: .*"delete_index"/) as string },
    });
    expect(await countTagged(stage.client)).toBe(tagged);
    expect((await as('admin').get(getSchedule)).enabled).toBe(true);
    await as('admin').get(uninstall, { body: {} });
    expect(await keysInElasticsearch()).toEqual([]);
    const { count } = await stage.client.count({
      index: '.kibana*',
      q: 'type:logwave*',
      expand_wildcards: 'all',
    });
    expect(count).toBe(0);
    expect(await countTagged(stage.client)).toBe(tagged);
    const rest = await as('remover').get(uninstall, { body: all });
    expect(rest).toMatchObject({ not_done: [], tags_removed: tagged, left_out: [] });
    expect(rest.indices_removed).toContain('logwave-journal');
    expect(await countTagged(stage.client)).toBe(0);
    await stage.kibana.stop();
    await stage.kibana.remove();
  });
});
