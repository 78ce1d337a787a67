import { errors } from '@elastic/elasticsearch';
import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchMissingRights } from './fetch_index_rights';

const signal = new AbortController().signal;
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function missing(expression: string, answer: FakeAnswer, privileges = ['read']) {
  fake = await fakeElasticsearch(() => answer);
  return fetchMissingRights(fake.client, expression, privileges, signal);
}

describe('fetchMissingRights', () => {
  it('names the patterns on which a privilege is missing', async () => {
    const index = { 'logs-*': { read: true }, 'secret-*': { read: false } };
    const body = { username: 'analyst', has_all_requested: false, cluster: {}, index };
    const found = await missing('logs-*,secret-*,-logs-debug,remote:logs-*', { body });
    expect(found).toEqual([{ pattern: 'secret-*', privileges: ['read'] }]);
    expect(fake?.requests).toMatchObject([
      {
        method: 'POST',
        path: '/_security/user/_has_privileges',
        body: { index: [{ names: ['logs-*', 'secret-*'], privileges: ['read'] }] },
      },
    ]);
  });

  it.each([400, 404, 405])('misses nothing where security is off (status %i)', async (status) => {
    const error = 'no handler found for uri [/_security/user/_has_privileges] and method [POST]';
    expect(await missing('logs-*', { status, body: { error } })).toEqual([]);
  });

  it('does not ask about indices of other clusters', async () => {
    expect(await missing('remote:logs-*', { status: 500, body: {} })).toEqual([]);
    expect(fake?.requests).toEqual([]);
  });

  it('throws if there is no answer', async () => {
    const body = { error: { type: 'security_exception', reason: 'no' }, status: 401 };
    await expect(missing('logs-*', { status: 401, body })).rejects.toThrow(errors.ResponseError);
  });
});
