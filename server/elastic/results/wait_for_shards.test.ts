import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { ShardsNotStarted, waitForShards } from './wait_for_shards';

const NOT_STARTED: FakeAnswer = {
  status: 503,
  body: {
    error: {
      type: 'search_phase_execution_exception',
      reason: 'all shards failed',
      root_cause: [{ type: 'no_shard_available_action_exception', reason: 'no shard' }],
    },
    status: 503,
  },
};
const { signal } = new AbortController();
const wait = (): Promise<void> => Promise.resolve();

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

describe('waitForShards', () => {
  it('searches again until the shards of a new index have started', async () => {
    const answers = [NOT_STARTED, NOT_STARTED, { body: { hits: { hits: [] } } }];
    fake = await fakeElasticsearch(() => answers.shift() ?? { status: 500, body: {} });
    await waitForShards(fake.client, ['logwave-runs'], signal, wait);
    expect(fake.requests.map(({ path }) => path)).toEqual(
      Array<string>(3).fill('/logwave-runs/_search'),
    );
  });

  it('says in the end which do not start, and why', async () => {
    fake = await fakeElasticsearch(() => NOT_STARTED);
    const waiting = waitForShards(fake.client, ['logwave-runs'], signal, wait);
    await expect(waiting).rejects.toThrow(ShardsNotStarted);
    await expect(waiting).rejects.toThrow('the shards of logwave-runs do not start (no shard)');
  });

  it('asks a busy cluster again', async () => {
    const error = { type: 'es_rejected_execution_exception', reason: 'rejected execution' };
    const busy: FakeAnswer = { status: 429, body: { error, status: 429 } };
    const answers = [busy, NOT_STARTED, { body: { hits: { hits: [] } } }];
    fake = await fakeElasticsearch(() => answers.shift() ?? { status: 500, body: {} });
    await waitForShards(fake.client, ['logwave-runs'], signal, wait);
    expect(fake.requests).toHaveLength(3);
  });

  it('does not wait where something else is wrong', async () => {
    fake = await fakeElasticsearch(() => ({ status: 403, body: { error: 'no' } }));
    await expect(waitForShards(fake.client, ['a'], signal, wait)).rejects.toThrow();
    expect(fake.requests).toHaveLength(1);
  });
});
