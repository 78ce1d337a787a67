import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { IncompleteAnswer } from '../asking/incomplete_answer';
import { isPassingTrouble } from '../asking/passing_trouble';
import { fetchRuns } from './run_store';

const shards = { total: 1, successful: 1, skipped: 0, failed: 0 };

describe('fetchRuns', () => {
  it('tells a run that cannot be read as an answer that is not whole, which may pass', async () => {
    const hits = [{ _index: 'logwave-runs', _id: 'run', sort: [1], _source: {} }];
    const reason = 'no shard available';
    const fake = await fakeElasticsearch(({ path }) => {
      if (path.endsWith('/_pit')) return { body: { id: 'pit', succeeded: true } };
      if (path.endsWith('/_search')) {
        return { body: { pit_id: 'pit', timed_out: false, _shards: shards, hits: { hits } } };
      }
      return {
        body: { docs: [{ _index: 'logwave-runs', _id: 'run', error: { type: 'x', reason } }] },
      };
    });
    const range = { scope: 'default', from: '2015-04-01', to: '2015-04-01' };
    const asked = fetchRuns(fake.client, range, new AbortController().signal);
    const error: unknown = await asked.catch((thrown: unknown) => thrown);
    await fake.close();
    expect(error).toBeInstanceOf(IncompleteAnswer);
    expect(error).toMatchObject({ message: 'run: no shard available' });
    expect(isPassingTrouble(error)).toBe(true);
  });
});
