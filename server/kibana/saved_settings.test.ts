import { FakeSavedObjects } from '../../test/fixtures/fake_saved_objects';
import { savedSettings } from './saved_settings';
import { SETTINGS_TYPE } from './saved_object_types';

const { signal } = new AbortController();

function make() {
  const repository = new FakeSavedObjects();
  return { repository, store: savedSettings(repository, () => new Date('2026-11-24T05:00:00Z')) };
}

describe('savedSettings', () => {
  it('has the defaults before anything is saved', async () => {
    const loaded = await make().store.load(signal);
    expect(loaded).toMatchObject({ saved: {}, version: null, updated_by: null, faults: [] });
    expect(loaded.settings.sources.length).toBeGreaterThan(0);
  });

  it('keeps what was saved, with who and when', async () => {
    const { store } = make();
    const saved = await store.save({ zone: 'Europe/Vienna' }, null, 'ana', signal);
    const loaded = await store.load(signal);
    expect(loaded).toEqual(saved);
    expect(loaded).toMatchObject({
      saved: { zone: 'Europe/Vienna' },
      updated_by: 'ana',
      updated_at: '2026-11-24T05:00:00.000Z',
    });
    expect(loaded.settings.zone).toBe('Europe/Vienna');
  });

  it('replaces the whole, so that what was taken out is gone', async () => {
    const { store } = make();
    const { version } = await store.save(
      { zone: 'UTC', training: { days: 7 } },
      null,
      null,
      signal,
    );
    await store.save({ zone: 'UTC' }, version, null, signal);
    expect((await store.load(signal)).saved).toEqual({ zone: 'UTC' });
  });

  it('refuses to overwrite what somebody else has saved', async () => {
    const { store } = make();
    const { version } = await store.save({ zone: 'UTC' }, null, 'ana', signal);
    await store.save({ zone: 'Europe/Vienna' }, version, 'ben', signal);
    const refusal = { code: 'settings_conflict', status: 409 };
    await expect(store.save({}, version, 'ana', signal)).rejects.toMatchObject(refusal);
    await expect(store.save({}, null, 'ana', signal)).rejects.toMatchObject(refusal);
    expect((await store.load(signal)).updated_by).toBe('ben');
  });

  it('continues with the defaults if the saved settings are not valid, and says so', async () => {
    const { store, repository } = make();
    const attributes = { saved: { depht: 5 }, updated_at: '', updated_by: null };
    await repository.create(SETTINGS_TYPE, attributes, { id: 'settings' });
    const loaded = await store.load(signal);
    expect(loaded.faults).toEqual(['no such setting: depht']);
    expect(loaded.settings.sources.length).toBeGreaterThan(0);
  });

  it('passes other errors on', async () => {
    const { store, repository } = make();
    repository.get = () => Promise.reject(new Error('no connection'));
    await expect(store.load(signal)).rejects.toThrow('no connection');
  });
});
