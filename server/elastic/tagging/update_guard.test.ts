import {
  BROKEN,
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { createUpdateGuard } from './update_guard';

// Nobody waits here for trouble to pass.
jest.mock('node:timers/promises', () => ({
  ...jest.requireActual<object>('node:timers/promises'),
  setTimeout: () => Promise.resolve(),
}));

const { signal } = new AbortController();
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

const shape = (part: object, index = 'logs-1'): FakeAnswer => ({ body: { [index]: part } });
const refusal = (status: number, type: string): FakeAnswer => ({
  status,
  body: { error: { type, reason: 'no', root_cause: [{ type, reason: 'no' }] }, status },
});

async function guardOn(answer: FakeAnswer | typeof BROKEN) {
  fake = await fakeElasticsearch(() => answer);
  return createUpdateGuard(fake.client);
}

/** What the guard says about an index with this description. */
async function losing(answer: FakeAnswer | typeof BROKEN): Promise<string | undefined> {
  const guard = await guardOn(answer);
  return (await guard.losing(['logs-1'], signal)).get('logs-1')?.reason;
}

describe('the guard of updates', () => {
  it('names the privilege without which it does not know', async () => {
    expect(await losing(refusal(403, 'security_exception'))).toBe(
      'the privilege "view_index_metadata" is missing, without which it is not known whether an update would lose data',
    );
  });

  it.each<[string, FakeAnswer]>([
    ['is refused', refusal(400, 'illegal_argument_exception')],
    ['lacks the index', { body: {} }],
    ['is about several indices', { body: { 'logs-2': {}, 'logs-3': {} } }],
    ['does not come from Elasticsearch', shape({ mappings: { _source: 'all of it' } })],
  ])('takes an index for unsafe where the answer %s', async (_, answer) => {
    expect(await losing(answer)).toMatch(/^its mapping could not be read \(.+\)/);
  });

  it.each<[number, string]>([
    [429, 'circuit_breaking_exception'],
    [500, 'null_pointer_exception'],
    [503, 'master_not_discovered_exception'],
  ])('says that trying again may help where the answer is %s for long', async (status, type) => {
    const guard = await guardOn(refusal(status, type));
    expect((await guard.losing(['logs-1'], signal)).get('logs-1')).toEqual({
      state: 'refused',
      reason: 'its mapping could not be read for now (no): try again to continue',
      whole_index: true,
      is_passing: true,
    });
    expect(fake?.requests).toHaveLength(4);
  });

  it('says so too where the fields of an index cannot be counted for now', async () => {
    const strict = shape({ mappings: { dynamic: 'true' } });
    fake = await fakeElasticsearch(({ query }) => {
      const isShape = query.get('filter_path')?.includes('*.mappings._source') === true;
      return isShape ? strict : refusal(503, 'master_not_discovered_exception');
    });
    const guard = createUpdateGuard(fake.client);
    expect((await guard.losing(['logs-1'], signal)).size).toBe(0);
    const hiding = await guard.hiding(['logs-1'], 'syslog_outlier', signal);
    expect(hiding.get('logs-1')).toMatchObject({ is_passing: true });
  });

  it('knows an index that answers after some trouble', async () => {
    let answers = 0;
    fake = await fakeElasticsearch(() => {
      answers += 1;
      return answers < 3 ? refusal(503, 'unavailable_shards_exception') : shape({ mappings: {} });
    });
    expect((await createUpdateGuard(fake.client).losing(['logs-1'], signal)).size).toBe(0);
  });

  it('judges the one index of which the name is an alias by now', async () => {
    const excluding = { mappings: { _source: { excludes: ['secret'] } } };
    expect(await losing(shape(excluding, 'logs-1-shrunk'))).toContain('_source.excludes');
    expect(await losing(shape({}, 'logs-1-shrunk'))).toBeUndefined();
  });

  it('minds no index that is gone', async () => {
    expect(await losing(refusal(404, 'index_not_found_exception'))).toBeUndefined();
  });

  it('throws if nothing answers', async () => {
    await expect(losing(BROKEN)).rejects.toMatchObject({ name: 'ConnectionError' });
  });

  it('reports a time series, which accepts no updates at all', async () => {
    expect(await losing(shape({ settings: { 'index.mode': 'time_series' } }))).toBe(
      'it is a time series index, which takes no updates',
    );
  });

  it('asks once for each index, in the words of one', async () => {
    const guard = await guardOn(shape({ mappings: { properties: { tags: { type: 'keyword' } } } }));
    await guard.losing(['logs-1'], signal);
    await guard.hiding(['logs-1'], 'syslog_outlier', signal);
    await guard.hiding(['logs-1'], 'postfix_outlier', signal);
    expect(fake?.requests).toHaveLength(1);
    expect(fake?.requests[0]).toMatchObject({ method: 'GET', path: '/logs-1' });
    expect(fake?.requests[0]?.query.get('filter_path')).toContain('*.mappings._source');
  });

  it('asks again after there was no answer', async () => {
    let isAway = true;
    fake = await fakeElasticsearch(() => (isAway ? BROKEN : shape({ mappings: {} })));
    const guard = createUpdateGuard(fake.client);
    await expect(guard.losing(['logs-1'], signal)).rejects.toThrow();
    isAway = false;
    expect((await guard.losing(['logs-1'], signal)).size).toBe(0);
  });
});
