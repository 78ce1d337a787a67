import { Client, errors } from '@elastic/elasticsearch';
import type { ClusterClient, FakeRequest, KibanaRequest } from '../contracts/http';
import type { KeyRecord } from './key_record';
import type { KeyStore } from './key_store';
import { NO_SCHEDULE } from './schedule_record';
import { KEY_EXPIRED, KEY_REVOKED, taskIdentity } from './task_identity';

const { signal } = new AbortController();
const now = () => new Date('2026-11-24T05:00:00Z');
const ON = { ...NO_SCHEDULE, enabled: true, key_object: 'id-1' };
const KEY: KeyRecord = {
  key_id: 'a',
  api_key: 'b',
  patterns: [],
  tag: false,
  user: 'ana',
  granted_at: '',
};

/** A cluster that knows one key, and remembers who asked. */
function makeCluster(status: number) {
  const requests: (FakeRequest | KibanaRequest)[] = [];
  const client = new Client({ node: 'http://127.0.0.1:1' });
  const error = new errors.ResponseError({
    body: {},
    statusCode: status,
    headers: {},
    warnings: null,
    meta: {} as never,
  });
  client.security.authenticate = (() =>
    status === 200 ? Promise.resolve({}) : Promise.reject(error)) as never;
  const cluster: ClusterClient = {
    get asInternalUser(): never {
      throw new Error("Kibana's own user must not be asked");
    },
    asScoped: (request) => {
      requests.push(request);
      return { asCurrentUser: client };
    },
  };
  return { cluster, client, requests };
}

function keysWith(read: KeyStore['read']): KeyStore {
  const never = () => Promise.reject(new Error('not asked for'));
  return { add: never, list: never, remove: never, read };
}

const keys = keysWith(() => Promise.resolve(KEY));

describe('taskIdentity', () => {
  it('works with the key of the user who turned the schedule on', async () => {
    const { cluster, client, requests } = makeCluster(200);
    const identity = await taskIdentity(ON, { cluster, keys, hasSecurity: true, now }, signal);
    expect(identity).toEqual({ state: 'ready', client });
    expect(requests).toEqual([{ headers: { authorization: 'ApiKey YTpi' } }]);
  });

  it('has no identity where security is off', async () => {
    const { cluster, client, requests } = makeCluster(400);
    const ports = { cluster, keys, hasSecurity: false, now };
    expect(await taskIdentity(NO_SCHEDULE, ports, signal)).toEqual({ state: 'ready', client });
    expect(requests).toEqual([{ headers: {} }]);
  });

  it('says that the key was revoked', async () => {
    const { cluster } = makeCluster(401);
    const identity = await taskIdentity(ON, { cluster, keys, hasSecurity: true, now }, signal);
    expect(identity).toEqual({ state: 'refused', reason: KEY_REVOKED });
  });

  it('says that the key has expired, also of one that Elasticsearch would still accept', async () => {
    const granted_at = '2026-10-24T05:00:00.000Z';
    const record = { ...ON, key_span: { granted_at, expires_at: '2026-11-23T05:00:00.000Z' } };
    const { cluster, requests } = makeCluster(200);
    const identity = await taskIdentity(record, { cluster, keys, hasSecurity: true, now }, signal);
    expect(identity).toEqual({ state: 'refused', reason: KEY_EXPIRED });
    expect(requests).toEqual([]);
  });

  it('passes other errors on', async () => {
    const { cluster } = makeCluster(503);
    const asking = taskIdentity(ON, { cluster, keys, hasSecurity: true, now }, signal);
    await expect(asking).rejects.toThrow(errors.ResponseError);
  });

  it.each([
    ['is gone', keysWith(() => Promise.resolve(undefined)), ON],
    ['cannot be read', keysWith(() => Promise.reject(new Error('wrong key'))), ON],
    ['turned on without security', keys, { ...ON, key_object: null }],
  ])('says that it %s', async (words, given, record) => {
    const { cluster, requests } = makeCluster(200);
    const identity = await taskIdentity(
      record,
      { cluster, keys: given, hasSecurity: true, now },
      signal,
    );
    expect(identity).toEqual({
      state: 'refused',
      reason: expect.stringContaining(words) as string,
    });
    expect(requests).toEqual([]);
  });
});
