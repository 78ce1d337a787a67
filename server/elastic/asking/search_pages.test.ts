import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { isPointInTimeLost, searchPages } from './search_pages';
import { IncompleteAnswer } from './incomplete_answer';

const WHOLE = { total: 1, successful: 1, skipped: 0, failed: 0 };
const { signal } = new AbortController();
const request = {
  index: 'logs-*',
  query: { match_all: {} },
  size: 2,
  source: ['tags'],
  ignore_unavailable: true,
};

function page(ids: readonly string[], parts: object = {}): FakeAnswer {
  const hits = ids.map((id) => ({ _index: 'logs-1', _id: id, sort: [id] }));
  return { body: { took: 1, timed_out: false, _shards: WHOLE, hits: { hits }, ...parts } };
}

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

/** The ids that come, and the requests that were sent for them. */
async function read(
  answers: readonly FakeAnswer[],
  parts: object = {},
  stopAfter = Infinity,
): Promise<{ readonly ids: string[][]; readonly requests: readonly ArrivedRequest[] }> {
  let searches = 0;
  fake = await fakeElasticsearch(({ path }) => {
    if (path.endsWith('/_pit')) return { body: { id: 'first', succeeded: true } };
    searches += 1;
    return answers[searches - 1] ?? page([]);
  });
  const ids: string[][] = [];
  for await (const hits of searchPages(fake.client, { ...request, ...parts }, signal)) {
    ids.push(hits.map(({ _id: id }) => id ?? ''));
    if (ids.length === stopAfter) break;
  }
  return { ids, requests: fake.requests };
}

const sent = ({ method, path }: ArrivedRequest): string => `${method} ${path}`;

describe('searchPages', () => {
  it('takes one search for what fits into a page', async () => {
    const { ids, requests } = await read([page(['a'])]);
    expect(ids).toEqual([['a']]);
    expect(requests.map(sent)).toEqual(['POST /logs-*/_search']);
    expect(requests[0]?.body).toMatchObject({ _source: ['tags'], seq_no_primary_term: true });
  });

  it('gives no page where nothing is found', async () => {
    expect((await read([page([])])).ids).toEqual([]);
  });

  it('reads more at one point in time, page after page, and closes it', async () => {
    const { ids, requests } = await read([
      page(['x', 'y']),
      page(['a', 'b'], { pit_id: 'second' }),
      page(['c']),
    ]);
    expect(ids).toEqual([['a', 'b'], ['c']]);
    expect(requests.map(sent)).toEqual([
      'POST /logs-*/_search',
      'POST /logs-*/_pit',
      'POST /_search',
      'POST /_search',
      'DELETE /_pit',
    ]);
    const [, , first, second, closed] = requests;
    expect(first?.body).toMatchObject({ pit: { id: 'first', keep_alive: '5m' } });
    expect(second?.body).toMatchObject({ pit: { id: 'second' }, search_after: ['b'] });
    expect(closed?.body).toEqual({ id: 'second' });
  });

  it('goes to the point in time at once where more than a page is expected', async () => {
    const { ids, requests } = await read([page(['a'])], { expected: 9 });
    expect(ids).toEqual([['a']]);
    expect(requests.map(sent)).toEqual(['POST /logs-*/_pit', 'POST /_search', 'DELETE /_pit']);
  });

  it('closes the point in time where the reader stops early', async () => {
    const { requests } = await read([page(['a', 'b'])], { expected: 9 }, 1);
    expect(requests.map(sent).at(-1)).toBe('DELETE /_pit');
  });

  it('closes the point in time where a search fails, and throws what it failed by', async () => {
    const cause = { type: 'search_context_missing_exception', reason: 'No search context found' };
    const lost = { status: 404, body: { error: { root_cause: [cause] }, status: 404 } };
    const error: unknown = await read([page(['a', 'b']), lost], { expected: 9 }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(isPointInTimeLost(error)).toBe(true);
    expect(fake?.requests.map(sent).at(-1)).toBe('DELETE /_pit');
  });

  it('throws where a shard has failed, or none has answered', async () => {
    const failed = page(['a'], { _shards: { ...WHOLE, failed: 1 } });
    await expect(read([failed])).rejects.toThrow(IncompleteAnswer);
    await fake?.close();
    await expect(read([page([], { _shards: { ...WHOLE, total: 0 } })])).rejects.toThrow(
      'no shard answered',
    );
  });
});
