import {
  decryptingClient,
  earlierSavedObjects,
} from '../../test/fixtures/saved_objects/earlier_kibana';
import type { FakeSavedObjects } from '../../test/fixtures/fake_saved_objects';
import { requestWithKey } from './credentials';
import { createKeyStore } from './schedule/key_store';
import { savedSettings } from './saved_settings';
import { encryptedKeyType, KEY_TYPE } from './saved_object_types';
import { readSchedule } from './schedule/schedule_record';
import { lastRunIn } from './schedule/task_state';

const { signal } = new AbortController();
const ADMIN = 'logwave_test_admin';
const PATTERNS = ['logs-of-kibana-test-*'];
/** Of the key in Elasticsearch: its id and its secret. */
const [KEY_ID, SECRET] = ['b0a7IqIBtPc8zgNqS8xU', 'M2l6YG-CSzSwQPoEl4fVAQ'];

let objects: FakeSavedObjects;

beforeEach(async () => {
  objects = await earlierSavedObjects();
});

function keysOf(rule: 'all' | 'listed') {
  const scoped = { createInternalRepository: () => objects, getScopedClient: () => objects };
  return createKeyStore(scoped, objects, decryptingClient(objects, encryptedKeyType, rule));
}

describe('saved objects of an earlier version in Kibana 8.12.2', () => {
  it('have settings without a fault, which can be saved again', async () => {
    const store = savedSettings(objects, () => new Date('2026-12-01T05:00:00Z'));
    const { settings, faults, updated_by, version, saved } = await store.load(signal);
    expect([faults, updated_by]).toEqual([[], ADMIN]);
    expect(settings).toMatchObject({ zone: 'UTC', training: { days: 14 } });
    expect(settings.sources.filter(({ enabled }) => enabled)).toMatchObject([
      { id: 'kibana_test', index: 'logs-of-kibana-test-*', tag: 'kibana_test_outlier' },
    ]);
    const again = await store.save(saved, version, 'ben', signal);
    expect(again).toMatchObject({ saved, faults: [], updated_by: 'ben' });
  });

  it('have a schedule that is on, with its key', async () => {
    const schedule = await readSchedule(objects);
    expect(schedule).toMatchObject({ enabled: true, interval: '6h', tag: true, user: ADMIN });
    expect(schedule.key_object).not.toBeNull();
    expect(await keysOf('all').list()).toEqual([
      expect.objectContaining({
        id: schedule.key_object,
        key_id: KEY_ID,
        patterns: PATTERNS,
        tag: true,
      }),
    ]);
  });

  it.each(['all', 'listed'] as const)(
    'have a key that can be decrypted by the rule of 8.12 and by that of 8.13: %s',
    async (rule) => {
      const { key_object: id } = await readSchedule(objects);
      const key = await keysOf(rule).read(id ?? '');
      expect(key).toMatchObject({ key_id: KEY_ID, patterns: PATTERNS, tag: true, user: ADMIN });
      const encoded = Buffer.from(`${KEY_ID}:${SECRET}`).toString('base64');
      expect(key && requestWithKey(key)).toEqual({
        headers: { authorization: `ApiKey ${encoded}` },
      });
    },
  );

  it.each(['all', 'listed'] as const)(
    'have a key that is refused once its rights were altered: %s',
    async (rule) => {
      const { key_object: id } = await readSchedule(objects);
      const { attributes } = await objects.get<object>(KEY_TYPE, id ?? '');
      const altered = { ...attributes, patterns: ['*'] };
      await objects.create(KEY_TYPE, altered, { id: id ?? '', overwrite: true });
      await expect(keysOf(rule).read(id ?? '')).rejects.toThrow();
    },
  );

  it('have a task whose state says that nothing ran yet', async () => {
    const { attributes } = await objects.get<{ state: string }>('task', 'logwave:analyze');
    expect(lastRunIn(JSON.parse(attributes.state) as Record<string, unknown>)).toBeNull();
  });
});
