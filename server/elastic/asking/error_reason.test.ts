import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { bucketLimit, refusalReason, refusalType } from './error_reason';

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

/** The error that the client throws for an answer. */
async function errorFor(status: number, body: unknown): Promise<unknown> {
  fake = await fakeElasticsearch((): FakeAnswer => ({ status, body }));
  return fake.client.count({ index: 'logs' }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

const shard = (index: string, reason: string) => ({ index, reason: { type: 'x', reason } });

describe('refusalReason', () => {
  it.each([
    ['the root cause', { root_cause: [{ reason: 'read-only' }], reason: 'all' }, 'read-only'],
    ['what caused it', { root_cause: [], caused_by: { reason: 'no cast' }, reason: '' }, 'no cast'],
    ['the reason itself', { reason: 'missing shards' }, 'missing shards'],
    ['a bare sentence', 'no handler found', 'no handler found'],
    ['a shard', { failed_shards: [shard('a', 'gone')] }, 'a shard failed (a: gone)'],
    [
      'a shard that is not there, of which Elasticsearch says nothing',
      {
        failed_shards: [
          { index: 'a', reason: { type: 'no_shard_available_action_exception', reason: null } },
        ],
      },
      'a shard failed (a: no copy of it can be searched)',
    ],
    [
      'the first of several shards',
      { failed_shards: [shard('a', 'gone'), shard('b', 'gone too')] },
      '2 shards failed (a: gone)',
    ],
  ])('is %s', async (_, error, reason) => {
    expect(refusalReason(await errorFor(503, { error }))).toBe(reason);
  });

  it('is the status where the answer says nothing', async () => {
    expect(refusalReason(await errorFor(502, {}))).toBe('Elasticsearch answered with status 502');
  });

  it('does not exist for a wrong password, nor for what is not an answer', async () => {
    expect(refusalReason(await errorFor(401, { error: { reason: 'no' } }))).toBeUndefined();
    expect(refusalReason(new Error('no connection'))).toBeUndefined();
  });
});

describe('refusalType', () => {
  it.each([
    [
      'of the root cause',
      { root_cause: [{ type: 'a' }], type: 'b', caused_by: { type: 'c' } },
      'a',
    ],
    ['of what caused it', { root_cause: [], type: 'b', caused_by: { type: 'c' } }, 'c'],
    ['of the refusal itself', { type: 'b' }, 'b'],
  ])('is that %s', async (_, error, type) => {
    expect(refusalType(await errorFor(400, { error }))).toBe(type);
  });
});

describe('bucketLimit', () => {
  const cause = { type: 'too_many_buckets_exception', reason: 'too many', max_buckets: 1000 };

  it.each([
    ['a shard has too many buckets', { root_cause: [cause] }],
    ['the answers of shards have too many together', { root_cause: [], caused_by: cause }],
  ])('is what the cluster allows, where %s', async (_, error) => {
    expect(bucketLimit(await errorFor(400, { error }))).toBe(1000);
  });

  it('does not exist for other refusals', async () => {
    expect(bucketLimit(await errorFor(400, { error: { root_cause: [] } }))).toBeUndefined();
    expect(bucketLimit(new Error('no connection'))).toBeUndefined();
  });
});
