import { MS_PER_DAY } from '../../../common/time';
import { ApiError } from '../../../common/api/basics/errors';
import { BoomError } from '../../../test/fixtures/fake_saved_objects';
import { callerWithout, fakeSchedule } from '../../../test/fixtures/fake_schedule';
import { limitOldKey } from './limit_old_key';
import { KEY_TYPE, SCHEDULE_TYPE } from '../saved_object_types';
import { readSchedule } from './schedule_record';
import { TASK_ID } from './task_schedule';
import { taskState } from './task_state';

const { signal } = new AbortController();
const ON = { interval: '2h', tag: true };
const ana = callerWithout([]);

async function switchedOn(options: Parameters<typeof fakeSchedule>[0] = {}) {
  const made = fakeSchedule(options);
  await made.schedule.enable(ana, ON, signal);
  const pass = (days: number): void => {
    made.clock.now = new Date(made.clock.now.getTime() + days * MS_PER_DAY);
  };
  return { ...made, pass };
}

describe('renewing the key', () => {
  it('gives the schedule a new key with a new end, and invalidates the one before', async () => {
    const { schedule, apiKeys, repository, pass } = await switchedOn();
    pass(25);
    const renewed = await schedule.renew(ana, signal);
    expect(renewed).toMatchObject({
      ...ON,
      enabled: true,
      user: 'ana',
      enabled_at: '2026-11-24T05:00:00.000Z',
      key: { granted_at: '2026-12-19T05:00:00.000Z', expires_at: '2027-01-18T05:00:00.000Z' },
      warning: null,
    });
    expect([...apiKeys.valid]).toEqual(['key-2']);
    const keys = await repository.find<{ key_id: string }>({ type: KEY_TYPE, perPage: 10 });
    expect(keys.saved_objects.map(({ attributes }) => attributes.key_id)).toEqual(['key-2']);
  });

  it('starts the task at once if it has stood still', async () => {
    const { schedule, tasks, pass } = await switchedOn();
    await schedule.renew(ana, signal);
    expect(tasks.ranSoon).toEqual([TASK_ID]);
    pass(31);
    await schedule.renew(ana, signal);
    expect(tasks.ranSoon).toEqual([TASK_ID, TASK_ID]);
  });

  it('leaves a task that is at work its key, and drops that the next time', async () => {
    const { schedule, tasks, apiKeys } = await switchedOn();
    const task = await tasks.get(TASK_ID);
    tasks.tasks.set(TASK_ID, { ...task, status: 'running' });
    await schedule.renew(ana, signal);
    expect([...apiKeys.valid]).toEqual(['key-1', 'key-2']);
    tasks.tasks.set(TASK_ID, task);
    await schedule.renew(ana, signal);
    expect([...apiKeys.valid]).toEqual(['key-3']);
  });

  it.each([
    ['somebody else', callerWithout([], { name: 'eve' }), 'forbidden', 'only that user'],
    ['one who may no longer tag', callerWithout([], { cannot: ['tag'] }), 'forbidden', 'tag'],
    ['one who lost a right', callerWithout(['write']), 'forbidden_in_elasticsearch', '"write"'],
  ])('is refused to %s, and the key keeps its end', async (_, caller, code, words) => {
    const { schedule, apiKeys, repository } = await switchedOn();
    await expect(schedule.renew(caller, signal)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
    expect([...apiKeys.valid]).toEqual(['key-1']);
    const { key_span } = await readSchedule(repository);
    expect(key_span?.expires_at).toBe('2026-12-24T05:00:00.000Z');
  });

  it('is refused while the schedule is off', async () => {
    const { schedule } = fakeSchedule();
    await expect(schedule.renew(ana, signal)).rejects.toMatchObject({ code: 'schedule_off' });
  });

  it('has nothing to do where security is off', async () => {
    const nobody = callerWithout([], { name: null });
    const { schedule, apiKeys } = fakeSchedule({ hasSecurity: false });
    await schedule.enable(nobody, ON, signal);
    expect(await schedule.renew(nobody, signal)).toMatchObject({ enabled: true, key: null });
    expect(apiKeys.granted).toEqual([]);
  });

  it('done twice at once leaves one key, and it is the one in use', async () => {
    const { schedule, apiKeys, repository } = await switchedOn();
    const both = await Promise.allSettled([
      schedule.renew(ana, signal),
      schedule.renew(ana, signal),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { key_object } = await readSchedule(repository);
    const kept = await repository.get<{ key_id: string }>(KEY_TYPE, key_object ?? '');
    expect([...apiKeys.valid]).toEqual([kept.attributes.key_id]);
  });
});

describe('the facts about the key', () => {
  const bob = callerWithout([], { name: 'bob' });
  const warningAfter = async (days: number): Promise<string | null> => {
    const { schedule, pass } = await switchedOn();
    pass(days);
    return schedule.warning(bob, signal);
  };

  it('is nothing until seven days before its end', async () => {
    expect(await warningAfter(22)).toBeNull();
  });

  it.each([
    [23, 'expires on 2026-12-24. ana can renew it'],
    [30, 'expired on 2026-12-24. ana can renew it'],
  ])('names, after %d days, whose it is, since when and until when', async (days, words) => {
    const warning = await warningAfter(days);
    expect(warning).toContain('the key of the schedule (of ana, since 2026-11-24)');
    expect(warning).toContain(words);
  });

  it('names a key that was revoked, until there is another', async () => {
    const { schedule, tasks, pass } = await switchedOn();
    pass(1);
    const last_run = { at: '2026-11-24T09:00:00.000Z', outcome: 'refused', words: 'Revoked.' };
    const task = await tasks.get(TASK_ID);
    const state = taskState({ ...last_run, outcome: 'refused' });
    tasks.tasks.set(TASK_ID, { ...task, state });
    expect(await schedule.warning(bob, signal)).toMatch(/of ana, since 2026-11-24.*Revoked\./);
    pass(2);
    // It does not come back by itself: somebody has to press the button.
    expect((await schedule.status(ana, signal)).key?.is_renewal_due).toBe(false);
    await schedule.renew(ana, signal);
    expect(await schedule.warning(bob, signal)).toBeNull();
  });

  it.each([
    ['disabled', { ana: false }],
    ['deleted', {}],
  ])('lets readers of users know at once that the user is %s', async (owner, users) => {
    const { schedule } = await switchedOn();
    const told = callerWithout([], { name: 'root', users });
    expect(await schedule.status(told, signal)).toMatchObject({
      key: { owner, is_yours: false },
      warning: expect.stringContaining(`The user ana is ${owner}`) as string,
    });
    expect(await schedule.status(bob, signal)).toMatchObject({
      key: { owner: null },
      warning: null,
    });
  });

  it('does not take an enabled user, or one of another realm, for a lost one', async () => {
    const { schedule, repository } = await switchedOn();
    const enabled = callerWithout([], { name: 'root', users: { ana: true } });
    expect((await schedule.status(enabled, signal)).key?.owner).toBe('enabled');
    const record = await readSchedule(repository);
    const ldap = { ...record, user_realm: 'ldap' };
    await repository.create(SCHEDULE_TYPE, ldap, { id: 'schedule', overwrite: true });
    const unknown = callerWithout([], { name: 'root', users: {} });
    expect((await schedule.status(unknown, signal)).key?.owner).toBeNull();
  });
});

describe('a key that an earlier version granted', () => {
  /** The record as it was written before keys had an end. */
  const OLD = {
    enabled: true,
    interval: '1h',
    tag: false,
    user: 'ana',
    enabled_at: '2026-01-05T08:00:00.000Z',
    key_object: 'id-1',
  };

  it('works for one lifespan more, once', async () => {
    const { schedule, repository, clock } = fakeSchedule();
    await repository.create(SCHEDULE_TYPE, OLD, { id: 'schedule' });
    expect(await schedule.status(ana, signal)).toMatchObject({ enabled: true, key: null });
    await limitOldKey(repository, 30 * MS_PER_DAY, clock.now);
    await limitOldKey(repository, 30 * MS_PER_DAY, new Date('2026-12-20T05:00:00Z'));
    expect(await schedule.status(ana, signal)).toMatchObject({
      key: {
        granted_at: '2026-01-05T08:00:00.000Z',
        expires_at: '2026-12-24T05:00:00.000Z',
        is_renewal_due: true,
      },
    });
  });

  it('is left to the first of two changes', async () => {
    const { repository, clock } = fakeSchedule();
    await repository.create(SCHEDULE_TYPE, OLD, { id: 'schedule' });
    jest.spyOn(repository, 'create').mockRejectedValue(new BoomError(409));
    await expect(limitOldKey(repository, MS_PER_DAY, clock.now)).resolves.toBeUndefined();
  });

  it.each([
    ['Kibana', new BoomError(503)],
    ['Logwave', new ApiError('forbidden', 'not allowed')],
  ])('reports every other error of %s', async (_, error) => {
    const { repository, clock } = fakeSchedule();
    await repository.create(SCHEDULE_TYPE, OLD, { id: 'schedule' });
    jest.spyOn(repository, 'create').mockRejectedValue(error);
    await expect(limitOldKey(repository, MS_PER_DAY, clock.now)).rejects.toBe(error);
  });

  it('is left alone where the schedule is off', async () => {
    const { repository, clock } = fakeSchedule();
    await limitOldKey(repository, MS_PER_DAY, clock.now);
    expect(repository.objects.size).toBe(0);
  });
});
