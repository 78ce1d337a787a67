import { errors } from '@elastic/elasticsearch';
import { localDay } from '../../common/time/local_day';
import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../test/fixtures/counts_fake_elasticsearch';
import { countsDay, countsSource, hoursWith } from '../../test/fixtures/counts_source';
import { fetchCounts } from './fetch_counts';

const day = localDay('2026-11-20', 'UTC');
const group = { index: 'logs-*', fields: new Map<string, string>(), unusable: null };
const signal = new AbortController().signal;
const WHOLE = { total: 1, successful: 1, skipped: 0, failed: 0 };

const bucket = (subtype: string | null, hour: number, events: number) => ({
  key: { subtype_0: subtype, bin: day.from + hour * 3_600_000 },
  doc_count: events,
});

function answerWith(documents: number, buckets: readonly object[], after_key?: object): FakeAnswer {
  const aggregations = { documents: { doc_count: documents }, series: { buckets, after_key } };
  return { body: { took: 1, timed_out: false, _shards: WHOLE, hits: { hits: [] }, aggregations } };
}

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function count(answer: (request: ArrivedRequest) => FakeAnswer) {
  fake = await fakeElasticsearch(answer);
  const counted = await fetchCounts(fake.client, countsSource(), group, day, signal);
  return { counted, requests: fake.requests };
}

describe('fetchCounts', () => {
  it('counts a day in one search', async () => {
    const buckets = [bucket(null, 9, 2), bucket('5', 10, 20), bucket('5', 15, 48)];
    const { counted, requests } = await count(() => answerWith(70, buckets));
    const series = new Map([['5', hoursWith({ 10: 20, 15: 48 })]]);
    expect(counted).toEqual({
      state: 'known',
      value: countsDay({ series, documents: 70, without_subtype: 2 }),
      searches: 1,
    });
    expect(requests.map(({ path }) => path)).toEqual(['/logs-*/_search']);
  });

  it('asks again in smaller pages where the cluster allows fewer buckets', async () => {
    const pages = [
      answerWith(6, [bucket('a', 1, 1), bucket('b', 1, 2)], { subtype_0: 'b', bin: 1 }),
      answerWith(6, [bucket('c', 1, 3)], { subtype_0: 'c', bin: 1 }),
    ];
    const sizes: unknown[] = [];
    const { counted } = await count(({ body }) => {
      const query = body as { aggs: { series: { composite: { size: number; after?: object } } } };
      const { size, after } = query.aggs.series.composite;
      sizes.push([size, after]);
      const limit = { type: 'too_many_buckets_exception', reason: 'too many', max_buckets: 2 };
      if (size > 2) return { status: 400, body: { error: { root_cause: [limit] }, status: 400 } };
      return pages.shift() ?? { status: 500, body: {} };
    });
    expect(sizes).toEqual([
      [50_000, undefined],
      [2, undefined],
      [2, { subtype_0: 'b', bin: 1 }],
    ]);
    expect(counted).toMatchObject({ state: 'known', value: { documents: 6 }, searches: 3 });
    const rows = counted.state === 'known' ? [...counted.value.series] : [];
    expect(rows.map(([subtype, hours]) => [subtype, hours[1]])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('counts documents that lack the field apart where others have several values in it', async () => {
    const answers = [answerWith(2, [bucket('a', 1, 1), bucket('b', 1, 1), bucket(null, 1, 1)])];
    const { counted } = await count(() => answers.shift() ?? answerWith(1, []));
    expect(counted).toMatchObject({ searches: 2, value: { documents: 2, without_subtype: 1 } });
  });

  it.each([
    ['no shard answered', { _shards: { ...WHOLE, total: 0, successful: 0 } }],
    ['the search ran out of time', { timed_out: true }],
    [
      '1 of 5 shards failed (disk gone)',
      { _shards: { total: 5, failed: 1, failures: [{ reason: { reason: 'disk gone' } }] } },
    ],
  ])('does not know the counts where %s', async (reason, parts) => {
    const { body } = answerWith(1, [bucket('a', 1, 1)]);
    const { counted } = await count(() => ({ body: { ...(body as object), ...parts } }));
    expect(counted).toEqual({ state: 'unknown', reason, searches: 1 });
  });

  it('does not know the counts where Elasticsearch refuses, and says why', async () => {
    const shard = { index: 'logs-1', reason: { type: 'x', reason: 'field data is disabled' } };
    const error = { type: 'search_phase_execution_exception', reason: '', failed_shards: [shard] };
    const { counted } = await count(() => ({ status: 400, body: { error, status: 400 } }));
    const reason = 'a shard failed (logs-1: field data is disabled)';
    expect(counted).toEqual({ state: 'unknown', reason, searches: 1 });
  });

  it('throws where nothing would be answered: a wrong password, no connection, an abort', async () => {
    const denied = { error: { type: 'security_exception', reason: 'no' }, status: 401 };
    await expect(count(() => ({ status: 401, body: denied }))).rejects.toThrow(
      errors.ResponseError,
    );
    const client = fake?.client;
    await fake?.close();
    if (client === undefined) throw new Error('the test has no client');
    const again = (aborted: AbortSignal) =>
      fetchCounts(client, countsSource(), group, day, aborted);
    await expect(again(signal)).rejects.toThrow();
    await expect(again(AbortSignal.abort())).rejects.toThrow(errors.RequestAbortedError);
    fake = undefined;
  });
});
