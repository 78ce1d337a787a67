import { errors } from '@elastic/elasticsearch';
import { localDay } from '../../../common/time/local_day';
import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsDay, countsSource, hoursWith, seriesOf } from '../../../test/fixtures/counts_source';
import { fetchCounts } from './fetch_counts';
import { SourceSizes } from './source_sizes';

const day = localDay('2026-11-20', 'UTC');
const group = {
  index: 'logs-*',
  fields: new Map<string, string>(),
  subtype_kind: 'keyword',
  unusable: null,
};
const signal = new AbortController().signal;
let sizes = new SourceSizes();
const WHOLE = { total: 1, successful: 1, skipped: 0, failed: 0 };

/** An answer of the terms query: [subtype, hour, events]. */
function terms(documents: number, rows: readonly [string, number, number][], others = 0) {
  const buckets = rows.map(([key, hour, events]) => ({
    key,
    hours: { buckets: [{ key: day.from + hour * 3_600_000, doc_count: events }] },
  }));
  return answerWith(documents, { buckets, sum_other_doc_count: others });
}

/** An answer of the composite query. */
function page(documents: number, rows: readonly [string | null, number, number][], last?: string) {
  const keyOf = (subtype: string | null, hour: number) => ({
    subtype_0: subtype,
    bin: day.from + hour * 3_600_000,
  });
  const buckets = rows.map(([subtype, hour, events]) => ({
    key: keyOf(subtype, hour),
    doc_count: events,
  }));
  const after = last === undefined ? {} : { after_key: keyOf(last, 1) };
  return answerWith(documents, { buckets, ...after });
}

function answerWith(documents: number, series: object): FakeAnswer {
  const aggregations = { documents: { doc_count: documents }, series };
  return { body: { took: 1, timed_out: false, _shards: WHOLE, hits: { hits: [] }, aggregations } };
}

/** Which aggregation a request asks for, with its size, and after which key. */
function asked({ body }: ArrivedRequest): readonly [kind: string, size: number, after: unknown] {
  const { series } = (
    body as { aggs: { series?: Record<string, { size: number; after?: object }> } }
  ).aggs;
  const [kind = 'documents', { size = 0, after = undefined } = {}] =
    Object.entries(series ?? {}).find(([name]) => name !== 'aggs') ?? [];
  return [kind, size, after];
}

function tooManyBuckets(limit: number): FakeAnswer {
  const cause = { type: 'too_many_buckets_exception', reason: 'too many', max_buckets: limit };
  return { status: 400, body: { error: { root_cause: [cause] }, status: 400 } };
}

let fake: FakeElasticsearch | undefined;
beforeEach(() => (sizes = new SourceSizes()));
afterEach(async () => fake?.close());

async function count(answer: (request: ArrivedRequest) => FakeAnswer, parts = {}) {
  fake = await fakeElasticsearch(answer);
  const counted = await fetchCounts(
    fake.client,
    countsSource(),
    { ...group, ...parts },
    day,
    sizes,
    signal,
  );
  return { counted, requests: fake.requests };
}

const eventsAt = (hour: number, counted: Awaited<ReturnType<typeof count>>['counted']) =>
  counted.state === 'known'
    ? [...counted.value.series].map(([subtype, hours]) => [subtype, hours[hour]])
    : counted.reason;

describe('fetchCounts', () => {
  it('counts a day in one search of terms', async () => {
    const { counted, requests } = await count(({ body }) => {
      const { missing } = (body as { aggs: { series: { terms: { missing: string } } } }).aggs.series
        .terms;
      return terms(70, [
        [missing, 9, 2],
        ['5', 10, 20],
        ['6', 15, 48],
      ]);
    });
    const series = seriesOf([
      ['5', hoursWith({ 10: 20 })],
      ['6', hoursWith({ 15: 48 })],
    ]);
    expect(counted).toEqual({
      state: 'known',
      value: countsDay({ series, documents: 70, without_subtype: 2 }),
      searches: 1,
      shards: 1,
      sent_at: expect.any(Number) as unknown,
    });
    expect(requests.map(({ path }) => path)).toEqual(['/logs-*/_search']);
  });

  it('turns to pages where not all subtypes fit into the answer', async () => {
    const { counted, requests } = await count((request) =>
      asked(request)[0] === 'terms'
        ? terms(3, [['a', 1, 1]], 2)
        : page(3, [
            ['a', 1, 1],
            ['b', 1, 2],
          ]),
    );
    expect(requests.map(asked)).toEqual([
      ['terms', 2600, undefined],
      ['composite', 16_000, undefined],
    ]);
    expect(eventsAt(1, counted)).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('counts the hours of subtypes at once where a known day has few', async () => {
    const modeOf = ({ body }: ArrivedRequest): string | undefined =>
      (body as { aggs: { series: { terms: { collect_mode?: string } } } }).aggs.series.terms
        .collect_mode;
    const first = await count(() => terms(1, [['a', 1, 1]]));
    await fake?.close();
    const second = await count(() => terms(1, [['a', 1, 1]]));
    await fake?.close();
    sizes.note(countsSource(), 1001);
    const third = await count(() => terms(1, [['a', 1, 1]]));
    const asked = [first, second, third].flatMap(({ requests }) => requests.map(modeOf));
    expect(asked).toEqual([undefined, 'depth_first', undefined]);
  });

  it.each([
    ['a shard', (cause: object) => ({ root_cause: [cause] })],
    ['joining the answers of shards', (cause: object) => ({ root_cause: [], caused_by: cause })],
  ])('counts in pages, and in small ones, where memory is short for %s', async (_, errorOf) => {
    sizes.note(countsSource(), 3);
    const cause = { type: 'circuit_breaking_exception', reason: 'data too large' };
    // With this status a request is sent again, but not where a smaller one can be sent.
    const refused = { status: 429, body: { error: errorOf(cause) } };
    const { counted, requests } = await count((request) =>
      asked(request)[1] > 1000 ? refused : page(1, [['a', 1, 1]]),
    );
    expect(eventsAt(1, counted)).toEqual([['a', 1]]);
    expect(requests.map((request) => asked(request).slice(0, 2))).toEqual([
      ['terms', 2600],
      ['composite', 16_000],
      ['composite', 1000],
    ]);
    expect(sizes.isCrowded(countsSource())).toBe(true);
  });

  it('sends the smallest page again until there is more memory', async () => {
    const error = { type: 'circuit_breaking_exception', reason: 'data too large' };
    const refused = { status: 429, body: { error } };
    let small = 0;
    const { counted, requests } = await count((request) => {
      if (asked(request)[1] === 1000) small += 1;
      return small < 2 ? refused : page(1, [['a', 1, 1]]);
    });
    expect(eventsAt(1, counted)).toEqual([['a', 1]]);
    expect(requests.map((request) => asked(request)[1])).toEqual([2600, 16_000, 1000, 1000]);
  });

  it('sends a search again where the cluster is busy for another reason', async () => {
    const error = { type: 'es_rejected_execution_exception', reason: 'queue is full' };
    const answers = [{ status: 429, body: { error } }, terms(1, [['a', 1, 1]])];
    const { requests } = await count(() => answers.shift() ?? terms(0, []));
    expect(requests.map((request) => asked(request)[0])).toEqual(['terms', 'terms']);
    expect(sizes.isCrowded(countsSource())).toBe(false);
  });

  it('counts in pages at once where not all subtypes fitted before', async () => {
    await count((request) => (asked(request)[0] === 'terms' ? terms(3, [], 2) : page(0, [])));
    await fake?.close();
    const { requests } = await count(() => page(0, []));
    expect(sizes.isCrowded(countsSource())).toBe(true);
    expect(requests.map(asked)).toEqual([['composite', 16_000, undefined]]);
  });

  it('asks for smaller pages where the cluster allows fewer buckets', async () => {
    const pages = [page(6, [['a', 1, 1], ['b', 1, 2]], 'b'), page(6, [['c', 1, 3]], 'c')]; // prettier-ignore
    const { counted, requests } = await count((request) => {
      if (asked(request)[1] > 2) return tooManyBuckets(2);
      return pages.shift() ?? { status: 500, body: {} };
    });
    expect(requests.map(asked)).toEqual([
      ['terms', 2600, undefined],
      ['composite', 16_000, undefined],
      ['composite', 2, undefined],
      ['composite', 2, { subtype_0: 'b', bin: day.from + 3_600_000 }],
    ]);
    expect(counted).toMatchObject({ state: 'known', value: { documents: 6 }, searches: 4 });
    expect(eventsAt(1, counted)).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('counts in pages where any value of the field may occur', async () => {
    const { requests } = await count(() => page(0, []), { subtype_kind: 'boolean' });
    expect(requests.map(asked)).toEqual([['composite', 16_000, undefined]]);
  });

  it('counts documents that lack the field apart where others have several values in it', async () => {
    const answers = [
      terms(2, [
        ['a', 1, 1],
        ['b', 1, 1],
        ['c', 1, 1],
      ]),
    ];
    const { counted } = await count(() => answers.shift() ?? answerWith(1, {}));
    expect(counted).toMatchObject({ searches: 2, value: { documents: 2, without_subtype: 1 } });
  });

  it.each([
    ['no shard answered', { _shards: { ...WHOLE, total: 0, successful: 0 } }, { shards: 0 }],
    ['the search ran out of time', { timed_out: true }, { shards: 1, is_passing: true }],
    [
      '1 of 5 shards failed (disk gone)',
      { _shards: { total: 5, failed: 1, failures: [{ reason: { reason: 'disk gone' } }] } },
      { shards: 5, is_passing: true },
    ],
    [
      'another cluster does not answer (no route)',
      {
        _clusters: {
          total: 2,
          skipped: 1,
          details: { eu: { status: 'skipped', failures: [{ reason: { reason: 'no route' } }] } },
        },
      },
      { shards: 1, is_passing: true },
    ],
    [
      '2 other clusters do not answer (no reason given)',
      { _shards: { ...WHOLE, total: 0 }, _clusters: { total: 2, skipped: 2 } },
      { shards: 0, is_passing: true },
    ],
  ])('does not know the counts where %s', async (reason, parts, also) => {
    const { body } = terms(1, [['a', 1, 1]]);
    const { counted } = await count(() => ({ body: { ...(body as object), ...parts } }));
    const sent = { sent_at: expect.any(Number) as unknown };
    expect(counted).toEqual({ state: 'unknown', reason, searches: 1, ...also, ...sent });
  });

  it.each([
    [[5, 6], { shards: 5, last_shards: 6 }],
    [[6, 5], { shards: 5, last_shards: 5 }],
    [[5, 5], { shards: 5 }],
  ])('tells whether its pages asked the same shards: %j', async (totals, told) => {
    sizes.noteCrowded(countsSource());
    const pages = [page(3, [['a', 1, 1], ['b', 1, 1]], 'b'), page(3, [['c', 1, 1]])]; // prettier-ignore
    let at = -1;
    const { counted } = await count((request) => {
      if (asked(request)[1] > 2) return tooManyBuckets(2);
      at += 1;
      const { body } = pages[at] ?? { body: {} };
      const _shards = { ...WHOLE, total: totals[at] };
      return { body: { ...(body as object), _shards } };
    });
    const { shards, last_shards } = counted;
    expect({ shards, last_shards }).toEqual({ last_shards: undefined, ...told });
  });

  it('tells when the search was sent at last, after it waited for a busy cluster', async () => {
    const sent: number[] = [];
    const { counted } = await count(() => {
      sent.push(performance.now());
      return sent.length === 1 ? { status: 429, body: {} } : terms(1, [['a', 1, 1]]);
    });
    const [first = Infinity, last = 0] = sent;
    expect(counted.sent_at).toBeGreaterThan(first);
    expect(counted.sent_at).toBeLessThan(last);
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
      fetchCounts(client, countsSource(), group, day, sizes, aborted);
    await expect(again(signal)).rejects.toThrow();
    await expect(again(AbortSignal.abort())).rejects.toThrow(errors.RequestAbortedError);
    fake = undefined;
  });
});
