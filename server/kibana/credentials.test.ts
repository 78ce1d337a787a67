import { fakeCredentials } from '../../test/fixtures/fake_credentials';
import { FakeSavedObjects } from '../../test/fixtures/fake_saved_objects';
import type { KibanaRequest } from './contracts/http';
import { dropKeys, grantKey, keyObstacles, requestWithKey } from './credentials';
import { KEY_TYPE } from './saved_object_types';

const request = {} as KibanaRequest;
const RIGHTS = { patterns: ['logs-*'], tag: false };

const make = (options?: Parameters<typeof fakeCredentials>[1]) =>
  fakeCredentials(new FakeSavedObjects(), options);

describe('grantKey', () => {
  it("grants a key in the user's name, limited to what is needed, and keeps it", async () => {
    const { apiKeys, repository, ports } = make();
    const grant = await grantKey(request, RIGHTS, ports);
    expect(apiKeys.granted).toEqual([
      {
        name: 'Logwave schedule of ana',
        expiration: '2592000s',
        role_descriptors: {
          logwave: {
            cluster: [],
            indices: [
              { names: ['logs-*'], privileges: ['read', 'view_index_metadata'] },
              {
                names: ['logwave-*'],
                privileges: ['read', 'write', 'create_index', 'view_index_metadata'],
              },
            ],
          },
        },
        metadata: { managed_by: 'logwave' },
      },
    ]);
    expect(grant).toEqual({
      kept: { id: 'id-1', key_id: 'key-1' },
      granted_at: '2026-11-24T05:00:00.000Z',
      expires_at: '2026-12-24T05:00:00.000Z',
      realm: 'native',
    });
    expect((await repository.get(KEY_TYPE, 'id-1')).attributes).toEqual({
      ...RIGHTS,
      key_id: 'key-1',
      api_key: 'secret-key-1',
      user: 'ana',
      granted_at: '2026-11-24T05:00:00.000Z',
    });
  });

  it('lets the key write to the logs only if they are to be tagged', async () => {
    const { apiKeys, ports } = make();
    await grantKey(request, { ...RIGHTS, tag: true }, ports);
    expect(apiKeys.granted[0]?.role_descriptors['logwave']?.indices[0]).toEqual({
      names: ['logs-*'],
      privileges: ['read', 'view_index_metadata', 'write'],
    });
  });

  it('refuses a caller who came with an API key', async () => {
    const { ports, apiKeys } = make({ authenticationType: 'api_key' });
    await expect(grantKey(request, RIGHTS, ports)).rejects.toMatchObject({
      code: 'api_key_caller',
      status: 400,
      message: 'Log in with a user to turn the schedule on.',
    });
    expect(apiKeys.granted).toEqual([]);
  });

  it('says what to set where API keys are switched off', async () => {
    const { ports, apiKeys } = make();
    apiKeys.areEnabled = false;
    await expect(grantKey(request, RIGHTS, ports)).rejects.toMatchObject({
      code: 'api_keys_disabled',
      status: 409,
      message: expect.stringContaining('xpack.security.authc.api_key.enabled') as string,
    });
  });

  it('says what to set where Kibana cannot encrypt', async () => {
    const { ports, apiKeys } = make({ canEncrypt: false });
    await expect(grantKey(request, RIGHTS, ports)).rejects.toMatchObject({
      code: 'encryption_missing',
      status: 409,
      message: expect.stringContaining('xpack.encryptedSavedObjects.encryptionKey') as string,
    });
    expect(apiKeys.granted).toEqual([]);
  });

  it('invalidates a key that could not be stored', async () => {
    const { apiKeys, ports } = make();
    const keys = { ...ports.keys, add: () => Promise.reject(new Error('the index is read-only')) };
    await expect(grantKey(request, RIGHTS, { ...ports, keys })).rejects.toThrow('read-only');
    expect(apiKeys.granted).toHaveLength(1);
    expect(apiKeys.valid.size).toBe(0);
  });

  it('needs no key where security is off', async () => {
    const { ports, repository } = make({ hasSecurity: false, canEncrypt: false });
    expect(await grantKey(request, RIGHTS, ports)).toBeNull();
    expect(repository.objects.size).toBe(0);
    expect(await keyObstacles(ports)).toEqual([]);
  });
});

describe('keyObstacles', () => {
  it('names all obstacles', async () => {
    const { ports, apiKeys } = make({ canEncrypt: false });
    apiKeys.areEnabled = false;
    const codes = (await keyObstacles(ports)).map(({ code }) => code);
    expect(codes).toEqual(['api_keys_disabled', 'encryption_missing']);
  });
});

describe('dropKeys', () => {
  it('invalidates and deletes the given keys, and no other', async () => {
    const { apiKeys, repository, ports } = make();
    await grantKey(request, RIGHTS, ports);
    const unused = await ports.keys.list();
    await grantKey(request, RIGHTS, ports);
    expect(await dropKeys(unused, ports)).toBe(1);
    expect([...apiKeys.valid]).toEqual(['key-2']);
    expect([...repository.objects.keys()]).toEqual([`${KEY_TYPE}/id-2`]);
    expect(await dropKeys(await ports.keys.list(), ports)).toBe(1);
    expect(apiKeys.valid.size).toBe(0);
  });

  it('keeps a key that Elasticsearch does not invalidate, and tries again later', async () => {
    const { apiKeys, repository, warnings, ports } = make();
    await grantKey(request, RIGHTS, ports);
    apiKeys.refusesToInvalidate = true;
    const kept = await ports.keys.list();
    expect(await dropKeys(kept, ports)).toBe(0);
    expect(repository.objects.size).toBe(1);
    expect(warnings[0]).toContain('key-1');
    expect(warnings[0]).not.toContain('secret');
    apiKeys.refusesToInvalidate = false;
    expect(await dropKeys(kept, ports)).toBe(1);
  });
});

describe('requestWithKey', () => {
  it('has the header that Elasticsearch takes', () => {
    const { headers } = requestWithKey({ key_id: 'a', api_key: 'b' });
    expect(headers).toEqual({ authorization: 'ApiKey YTpi' });
  });
});
