import { ApiError } from '../../common/api/basics/errors';
import { changeSchedule, createScheduleStore } from '../../standalone/host/schedule/schedule_store';
import { createHostDocuments } from '../../standalone/host/settings/host_documents';
import { createSettingsStore } from '../../standalone/host/settings/settings_store';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const { signal } = new AbortController();
const now = (): Date => new Date('2026-11-24T06:00:00Z');
const INDEX = 'logwave-settings-test';
const documents = createHostDocuments(client, INDEX);
const store = createSettingsStore(documents, now);

const clear = () => client.indices.delete({ index: INDEX }, { ignore: [404] });
beforeEach(clear);
afterAll(async () => {
  await clear();
  await client.close();
});

describe('settings in logwave-settings', () => {
  it('are the defaults before anybody has saved', async () => {
    expect(await store.load(signal)).toMatchObject({
      saved: {},
      version: null,
      updated_at: null,
      faults: [],
      settings: { method: expect.any(String) as string },
    });
  });

  it('have the zone that the host was started with, until they name another', async () => {
    const started = createSettingsStore(documents, now, 'Asia/Tokyo');
    const fresh = await started.load(signal);
    expect(fresh).toMatchObject({ saved: {}, settings: { zone: 'Asia/Tokyo' } });
    const { version } = await started.save({ method: 'talk' }, null, null, signal);
    expect((await started.load(signal)).settings.zone).toBe('Asia/Tokyo');
    await started.save({ zone: 'Europe/Vienna' }, version, null, signal);
    expect((await started.load(signal)).settings.zone).toBe('Europe/Vienna');
  });

  it('are what was saved, filled in, also for a host that starts later', async () => {
    const saved = { zone: 'Europe/Vienna', training: { days: 14 } };
    const { version } = await store.save(saved, null, null, signal);
    const loaded = await createSettingsStore(createHostDocuments(client, INDEX), now).load(signal);
    expect(loaded).toMatchObject({
      saved,
      version,
      updated_at: '2026-11-24T06:00:00.000Z',
      settings: { zone: 'Europe/Vienna', training: { days: 14 } },
    });
    expect(loaded.settings.sources.length).toBeGreaterThan(0);
  });

  it('are not overwritten by who read older ones', async () => {
    const first = await store.save({ zone: 'UTC' }, null, null, signal);
    await store.save({ zone: 'Europe/Vienna' }, first.version, null, signal);
    for (const version of [null, first.version, 'nonsense', '1/2/3']) {
      const saving = store.save({ zone: 'Asia/Tokyo' }, version, null, signal);
      await expect(saving).rejects.toMatchObject({ code: 'settings_conflict' });
      await expect(saving).rejects.toBeInstanceOf(ApiError);
    }
    expect((await store.load(signal)).settings.zone).toBe('Europe/Vienna');
  });

  it('that have faults are reported, and the defaults are used', async () => {
    const content = { saved: { training: { days: 1000 } }, updated_at: null, updated_by: null };
    await documents.write('settings', content, null, signal);
    const loaded = await store.load(signal);
    expect(loaded.faults).toEqual(['training.days: at most 92']);
    expect(loaded).toMatchObject({ saved: content.saved, settings: { training: { days: 31 } } });
  });

  it('may hold any names without a field for each in the index', async () => {
    await store.save({ sources: [{ id: 'ossec', tag: 'x' }] }, null, null, signal);
    const mapping = await client.indices.getMapping({ index: INDEX });
    expect(mapping[INDEX]?.mappings).toEqual({ dynamic: 'false' });
  });

  it('are gone after they were removed', async () => {
    await store.save({ zone: 'UTC' }, null, null, signal);
    expect(await documents.remove(signal)).toBe(true);
    expect(await documents.remove(signal)).toBe(false);
    expect((await store.load(signal)).version).toBeNull();
  });
});

describe('the schedule in logwave-settings', () => {
  it('is stored next to the settings', async () => {
    const schedules = createScheduleStore(documents);
    const on = { enabled: true, interval: '15m', enabled_at: now().toISOString() };
    await changeSchedule(schedules, (state) => ({ ...state, ...on }), signal);
    expect((await createScheduleStore(documents).read(signal)).state).toMatchObject(on);
  });

  it('keeps every change of several at once', async () => {
    const schedules = createScheduleStore(documents);
    await Promise.all([
      changeSchedule(schedules, (state) => ({ ...state, tag: true }), signal),
      changeSchedule(schedules, (state) => ({ ...state, interval: '2h' }), signal),
      changeSchedule(schedules, (state) => ({ ...state, enabled: true }), signal),
    ]);
    const { state } = await schedules.read(signal);
    expect(state).toMatchObject({ tag: true, interval: '2h', enabled: true });
    expect(await documents.read('settings', signal)).toBeUndefined();
  });
});
