import { MS_PER_DAY } from '../../common/time';
import { getMonth } from '../../common/api/day/get_month';
import { getSchedule } from '../../common/api/setup/get_schedule';
import { listRuns } from '../../common/api/runs/list_runs';
import { putSchedule } from '../../common/api/setup/put_schedule';
import { renewScheduleKey } from '../../common/api/setup/renew_schedule_key';
import { alterKeptKey } from './alter_key';
import type { Environment } from './environment';
import { renewInBrowser } from './page';
import type { UserName } from './roles';
import type { Stage } from './stage';
import { until } from './until';
import type { Visitor } from './visitor';

/** What the steps work with; it is there once the stage is set. */
export interface KeyStage {
  readonly stage: Stage;
  readonly environment: Environment;
  readonly as: (name: UserName) => Visitor;
  readonly keysInElasticsearch: () => Promise<
    readonly { readonly id: string; readonly expiration?: unknown }[]
  >;
}

const LIFESPAN_DAYS = 30;
const ADMIN = 'logwave_test_admin';

/** Waits until the task has run, and has not been let in. */
async function untilRefused(as: KeyStage['as']): Promise<void> {
  await until(async () => (await as('admin').get(getSchedule)).last_run?.outcome === 'refused');
}

/** Steps about the key of a schedule that the administrator has switched on, every five minutes. */
export function keySteps(set: () => KeyStage): void {
  it('lets the key expire after 30 days, in Elasticsearch as well', async () => {
    const { as, keysInElasticsearch } = set();
    const { key, warning } = await as('admin').get(getSchedule);
    expect([key?.is_yours, key?.owner, warning]).toEqual([true, null, null]);
    const days = (Date.parse(key?.expires_at ?? '') - Date.now()) / MS_PER_DAY;
    expect(Math.round(days)).toBe(LIFESPAN_DAYS);
    const [kept] = await keysInElasticsearch();
    expect(kept?.expiration).toBe(Date.parse(key?.expires_at ?? ''));
  });

  it('renews the key for its owner, and for nobody else', async () => {
    const { as, keysInElasticsearch } = set();
    const [before] = await keysInElasticsearch();
    for (const name of ['reader', 'tagger', 'remover'] as const) {
      expect((await as(name).ask(renewScheduleKey)).status).toBe(403);
    }
    const { user } = await as('admin').get(renewScheduleKey);
    expect(user).toBe(ADMIN);
    // A task that is at work keeps its key until the next time.
    await until(async () => {
      if ((await keysInElasticsearch()).length > 1) await as('admin').get(renewScheduleKey);
      return (await keysInElasticsearch()).length === 1;
    });
    const [after] = await keysInElasticsearch();
    expect(after?.id).not.toBe(before?.id);
  });

  it('says at once that its user is disabled, to those who may read users', async () => {
    const { stage, environment, as } = set();
    await stage.client.security.disableUser({ username: ADMIN });
    const told = await stage.visitor(environment.superuser).get(getSchedule);
    expect(told.key?.owner).toBe('disabled');
    expect(told.warning).toContain(`The user ${ADMIN} is disabled`);
    expect((await as('reader').get(getSchedule)).key?.owner).toBeNull();
    await stage.client.security.enableUser({ username: ADMIN });
    const again = await stage.visitor(environment.superuser).get(getSchedule);
    expect([again.key?.owner, again.warning]).toEqual(['enabled', null]);
  });

  it('refuses a kept key whose rights were altered', async () => {
    const { stage, environment, as } = set();
    await alterKeptKey(stage, environment);
    await untilRefused(as);
    const { last_run } = await as('admin').get(getSchedule);
    expect(last_run?.words).toContain('cannot be read');
    await as('admin').get(putSchedule, { body: { interval: '5m' } });
    await until(async () => (await as('admin').get(getSchedule)).last_run?.outcome !== 'refused');
  });

  it('names a revoked key in schedule, ledger and month, and nothing else breaks', async () => {
    const { stage, as, keysInElasticsearch } = set();
    const ids = (await keysInElasticsearch()).map(({ id }) => id);
    await stage.client.security.invalidateApiKey({ ids });
    await untilRefused(as);
    const schedule = await as('admin').get(getSchedule);
    expect(schedule.last_run?.words).toMatch(/revoked/);
    const words = expect.stringMatching(new RegExp(`of ${ADMIN}, since .*revoked`)) as string;
    expect(schedule).toMatchObject({ warning: words, key: { is_renewal_due: false } });
    const query = { from: stage.day, to: stage.day };
    expect((await as('reader').get(listRuns, { query })).schedule_warning).toEqual(words);
    const month = await as('reader').get(getMonth, { query: { to: stage.day } });
    expect(month.schedule_warning).toEqual(words);
  });

  it('renews it by the button of the month page', async () => {
    const { stage, as, keysInElasticsearch } = set();
    expect(await keysInElasticsearch()).toEqual([]);
    await renewInBrowser(stage.kibana.url, stage.day, as('admin').headers);
    expect((await keysInElasticsearch()).length).toBe(1);
    await as('admin').get(putSchedule, { body: { interval: '1h' } });
  });
}
