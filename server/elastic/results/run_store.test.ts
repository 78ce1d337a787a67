import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { IncompleteAnswer } from '../asking/incomplete_answer';
import { isPassingTrouble } from '../asking/passing_trouble';
import { fetchRun, fetchRuns } from './run_store';

jest.mock('../../app/basics/wait_for', () => ({ waitFor: () => Promise.resolve() }));

const shards = { total: 1, successful: 1, skipped: 0, failed: 0 };

describe('fetchRuns', () => {
  it('reports a run that cannot be read as an incomplete answer, which may pass', async () => {
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

describe('fetchRun', () => {
  it.each([429, 502, 503, 504])(
    'reads again after a refusal with %d that may pass',
    async (status) => {
      const answers = [{ status, body: { error: { type: 'x', reason: 'no shard' }, status } }];
      const found = { found: true, _seq_no: 3, _primary_term: 1, _source: { run_id: 'run' } };
      const fake = await fakeElasticsearch(() => answers.shift() ?? { body: found });
      const run = await fetchRun(fake.client, 'run', new AbortController().signal);
      await fake.close();
      expect(run).toEqual({ run: { run_id: 'run' }, version: '3/1' });
    },
  );
});
