import { callerWithout, fakeSchedule as make } from '../../../test/fixtures/fake_schedule';
import { fakeCredentials } from '../../../test/fixtures/fake_credentials';
import { removeAll } from '../remove_all';
import { KEY_TYPE, SCHEDULE_TYPE } from '../saved_object_types';
import { readSchedule } from './schedule_record';
import { createScheduleService } from './schedule_service';
import { TASK_ID } from './task_schedule';

const { signal } = new AbortController();
const ON = { interval: '1h', tag: false };

const ana = callerWithout([]);

describe('switching on', () => {
  it('grants a key, plans the task and starts it at once', async () => {
    const { schedule, tasks, apiKeys } = make();
    expect(await schedule.status(ana, signal)).toMatchObject({ enabled: false, next_run: null });
    expect(await schedule.enable(ana, ON, signal)).toEqual({
      ...ON,
      enabled: true,
      user: 'ana',
      enabled_at: '2026-11-24T05:00:00.000Z',
      last_run: null,
      next_run: '2026-11-24T06:00:00.000Z',
      obstacles: [],
      key: {
        granted_at: '2026-11-24T05:00:00.000Z',
        expires_at: '2026-12-24T05:00:00.000Z',
        owner: null,
        is_yours: true,
        is_renewal_due: false,
      },
      warning: null,
    });
    expect(tasks.ranSoon).toEqual([TASK_ID]);
    expect([...apiKeys.valid]).toEqual(['key-1']);
  });

  it('replaces the key by one that may write when tagging is asked for', async () => {
    const { schedule, apiKeys, repository } = make();
    await schedule.enable(ana, ON, signal);
    await schedule.enable(ana, { interval: '30m', tag: true }, signal);
    expect([...apiKeys.valid]).toEqual(['key-2']);
    expect(await schedule.status(ana, signal)).toMatchObject({ interval: '30m', tag: true });
    const keys = await repository.find({ type: KEY_TYPE, perPage: 10 });
    expect(keys.saved_objects).toHaveLength(1);
  });

  it('changes the interval of a task that is there', async () => {
    const { schedule, tasks } = make();
    await schedule.enable(ana, ON, signal);
    await schedule.enable(ana, { ...ON, interval: '15m' }, signal);
    expect(tasks.tasks.get(TASK_ID)?.schedule).toEqual({ interval: '15m' });
  });

  it('leaves a task alone that runs just now', async () => {
    const { schedule, tasks } = make();
    await schedule.enable(ana, ON, signal);
    const task = await tasks.get(TASK_ID);
    tasks.tasks.set(TASK_ID, { ...task, status: 'running' });
    await schedule.enable(ana, ON, signal);
    expect(tasks.ranSoon).toEqual([TASK_ID]);
  });

  it('refuses a user who lacks a privilege that the schedule needs, and names it', async () => {
    const { schedule, apiKeys, repository } = make();
    const reader = callerWithout(['write']);
    const enabling = schedule.enable(reader, { ...ON, tag: true }, signal);
    await expect(enabling).rejects.toMatchObject({
      code: 'forbidden_in_elasticsearch',
      message: expect.stringContaining('"write" is missing on "logwave-*"') as string,
    });
    expect(apiKeys.granted).toEqual([]);
    expect(await readSchedule(repository)).toMatchObject({ enabled: false });
  });

  it('does nothing but refuse where something is to be set first', async () => {
    const { schedule, tasks, repository } = make({ canEncrypt: false });
    await expect(schedule.enable(ana, ON, signal)).rejects.toMatchObject({ status: 409 });
    expect(tasks.tasks.size).toBe(0);
    expect(repository.objects.size).toBe(0);
    const { obstacles } = await schedule.status(ana, signal);
    expect(obstacles).toEqual([expect.stringContaining('kibana.yml')]);
  });

  it('needs neither key nor rights where security is off', async () => {
    const { schedule, repository } = make({ hasSecurity: false });
    const nobody = { ...callerWithout(['read']), name: null };
    const { enabled, user } = await schedule.enable(nobody, ON, signal);
    expect({ enabled, user }).toEqual({ enabled: true, user: null });
    expect(await readSchedule(repository)).toMatchObject({ key_object: null });
  });

  it('says at once that security was turned on under it, and what to do', async () => {
    const { schedule, repository, ports } = make({ hasSecurity: false });
    await schedule.enable({ ...callerWithout([]), name: null }, ON, signal);
    expect((await schedule.status(ana, signal)).obstacles).toEqual([]);
    const { ports: credentials } = fakeCredentials(repository, { now: ports.now });
    const secured = createScheduleService({ ...ports, credentials });
    expect((await secured.status(ana, signal)).obstacles).toEqual([
      'The schedule was turned on without security: turn the schedule off and on again.',
    ]);
    await secured.disable(ana, signal);
    expect((await secured.enable(ana, ON, signal)).obstacles).toEqual([]);
  });
});

describe('switching off', () => {
  it('invalidates the key and removes the task, and can be done twice', async () => {
    const { schedule, apiKeys, tasks } = make();
    await schedule.enable(ana, ON, signal);
    await schedule.disable(ana, signal);
    expect(await schedule.disable(ana, signal)).toMatchObject({ enabled: false, next_run: null });
    expect(apiKeys.valid.size).toBe(0);
    expect(tasks.tasks.size).toBe(0);
  });
});

describe('status', () => {
  it('shows what the task did last', async () => {
    const { schedule, tasks } = make();
    await schedule.enable(ana, ON, signal);
    const task = await tasks.get(TASK_ID);
    const last_run = { at: '2026-11-24T05:01:00.000Z', outcome: 'done', words: '1 day analyzed' };
    tasks.tasks.set(TASK_ID, { ...task, state: { last_run } });
    expect(await schedule.status(ana, signal)).toMatchObject({ last_run });
  });
});

describe('needsKey', () => {
  it('asks for a new key when the sources change, and only then', async () => {
    const { schedule, settings } = make();
    const before = (await settings.load(signal)).settings;
    expect(await schedule.needsKey(before, signal)).toBe(false);
    await schedule.enable(ana, ON, signal);
    expect(await schedule.needsKey(before, signal)).toBe(false);
    expect(await schedule.needsKey({ ...before, zone: 'UTC' }, signal)).toBe(false);
    const [first] = before.sources;
    const sources = first === undefined ? [] : [{ ...first, index: 'elsewhere-*', enabled: true }];
    expect(await schedule.needsKey({ ...before, sources }, signal)).toBe(true);
  });
});

describe('removeAll', () => {
  it('leaves nothing of ours, and can be done twice', async () => {
    const { schedule, settings, tasks, apiKeys, repository, ports } = make();
    await settings.save({}, null, 'ana', signal);
    await schedule.enable(ana, ON, signal);
    await repository.create('dashboard', {}, { id: 'theirs' });
    expect(await removeAll(ports)).toEqual([
      'The task was removed.',
      'The schedule is off and its key invalidated.',
      'Saved objects were deleted: 2.',
    ]);
    expect([...repository.objects.keys()]).toEqual(['dashboard/theirs']);
    expect(tasks.tasks.size + apiKeys.valid.size).toBe(0);
    await removeAll(ports);
    expect([...repository.objects.keys()]).toEqual(['dashboard/theirs']);
  });

  it('says where the key is still valid, and keeps what is needed to try again', async () => {
    const { schedule, apiKeys, repository, ports } = make();
    await schedule.enable(ana, ON, signal);
    apiKeys.refusesToInvalidate = true;
    await expect(removeAll(ports)).rejects.toMatchObject({
      code: 'elasticsearch_refused',
      message: expect.stringContaining('could not be invalidated') as string,
      details: { done: ['The task was removed.'] },
    });
    const types = [...repository.objects.keys()].map((key) => key.split('/')[0]);
    expect(types).toContain(KEY_TYPE);
    expect(types).toContain(SCHEDULE_TYPE);
  });
});
