import { EncryptingKibana, type BindingRule } from '../../test/fixtures/encrypting_kibana';
import type { EncryptedType } from './contracts/saved_objects';
import type { KeyRecord } from './schedule/key_record';
import { encryptedKeyType, KEY_TYPE } from './saved_object_types';

const KEY: KeyRecord = {
  patterns: ['logs-*'],
  tag: false,
  key_id: 'key-1',
  api_key: 'secret-of-key-1',
  user: 'ana',
  granted_at: '2026-11-24T05:00:00.000Z',
};
/** As the type was registered before there was a list: enough for 8.12, and for 8.12 alone. */
const WITHOUT_LIST = {
  type: KEY_TYPE,
  attributesToEncrypt: new Set(['api_key']),
} as unknown as EncryptedType;
const attributes = { ...KEY };
const RULES: readonly BindingRule[] = ['all', 'listed'];
const UPGRADES = RULES.flatMap((from) => RULES.map((to) => [from, to] as const));

describe('the twins of both rules', () => {
  it('show what a type without a list comes to: after the upgrade its keys cannot be read', async () => {
    const kibana = new EncryptingKibana('all', WITHOUT_LIST);
    const id = await kibana.create(attributes);
    expect(await kibana.read(id)).toEqual(KEY);
    await expect(kibana.upgraded('listed').read(id)).rejects.toThrow('unable to authenticate');
  });

  it('show that without a list the later rule binds a key to nothing', async () => {
    const kibana = new EncryptingKibana('listed', WITHOUT_LIST);
    const id = await kibana.create(attributes);
    await kibana.alter(id, { tag: true });
    expect(await kibana.read(id)).toEqual({ ...KEY, tag: true });
  });
});

describe('a kept key', () => {
  it.each(UPGRADES)('written under the rule "%s" is read under "%s"', async (from, to) => {
    const kibana = new EncryptingKibana(from, encryptedKeyType);
    const id = await kibana.create(attributes);
    const stored = await kibana.objects.get<KeyRecord>(KEY_TYPE, id);
    expect(stored.attributes.api_key).not.toContain(KEY.api_key);
    expect(await kibana.upgraded(to).read(id)).toEqual(KEY);
  });

  it('is read after the upgrade also where it was written before there was a list', async () => {
    const data = new EncryptingKibana('all', WITHOUT_LIST);
    const id = await data.create(attributes);
    expect(await data.registering(encryptedKeyType).upgraded('listed').read(id)).toEqual(KEY);
  });

  const altered = [
    { patterns: ['*'] },
    { tag: true },
    { key_id: 'key-2' },
    { user: 'eve' },
    { granted_at: '2030-01-01T00:00:00.000Z' },
  ];
  it.each(altered.flatMap((change) => UPGRADES.map(([from, to]) => [change, from, to] as const)))(
    'is refused with %j, written under "%s" and read under "%s"',
    async (change, from, to) => {
      const kibana = new EncryptingKibana(from, encryptedKeyType);
      const id = await kibana.create(attributes);
      await kibana.alter(id, change);
      await expect(kibana.upgraded(to).read(id)).rejects.toThrow('unable to authenticate');
    },
  );

  it('is bound to every attribute that is not encrypted', () => {
    const { attributesToEncrypt, attributesToIncludeInAAD } = encryptedKeyType;
    const open = Object.keys(KEY).filter((name) => !attributesToEncrypt.has(name));
    expect([...attributesToIncludeInAAD].sort()).toEqual(open.sort());
  });
});
