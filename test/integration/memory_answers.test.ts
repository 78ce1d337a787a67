import { Client, errors, type estypes } from '@elastic/elasticsearch';
import { MemoryCluster, memoryConnection } from '../../standalone/memory';
import { itWithoutSecurity } from '../fixtures/on_elasticsearch';
import { testClient } from '../fixtures/test_cluster';

/**
 * The Elasticsearch in memory is held to the real one: both get the same documents and the same
 * requests, of the kinds that Logwave sends, and must answer the same.
 */
const real = testClient();
const memory = new Client({
  node: 'http://in-memory.invalid',
  Connection: memoryConnection(new MemoryCluster()),
});

const INDICES = ['memory-it-a', 'memory-it-b'] as const;
const ALL = 'memory-it-*';
const START = Date.parse('2015-04-01T00:00:00Z');
const HOUR = 3_600_000;

const mappings: estypes.MappingTypeMapping = {
  properties: {
    '@timestamp': { type: 'date' },
    day: { type: 'date', format: 'yyyy-MM-dd' },
    type: { type: 'keyword' },
    code: { type: 'long' },
    tags: { type: 'keyword' },
    message: { type: 'text' },
    alert: { properties: { id: { type: 'long' } } },
    kept: { type: 'object', enabled: false },
  },
};

function documentOf(place: number): object {
  return {
    '@timestamp': new Date(START + place * 0.37 * HOUR).toISOString(),
    day: place % 3 === 0 ? '2015-04-01' : '2015-04-02',
    type: place % 4 === 0 ? 'ossec' : 'syslog',
    // Some have no code, some have two.
    ...(place % 5 === 0 ? {} : { code: place % 7 === 0 ? [3, 6] : place % 6 }),
    ...(place % 2 === 0 ? { tags: ['seen', `t${place % 3}`] } : {}),
    message: `line ${place}`,
    alert: { id: place % 4 },
    kept: { inner: [{ a: place, b: 1 }] },
  };
}

beforeAll(async () => {
  for (const client of [real, memory]) {
    for (const [at, index] of INDICES.entries()) {
      await client.indices.create({ index, mappings, settings: { number_of_shards: 1 } });
      const places = Array.from({ length: 60 }, (_, place) => place * 2 + at);
      const operations = places.flatMap((place) => [
        { index: { _index: index, _id: `d${place}` } },
        documentOf(place),
      ]);
      await client.bulk({ operations, refresh: true });
    }
  }
});
afterAll(async () => {
  await real.indices.delete({ index: [...INDICES] });
  await real.close();
  await memory.close();
});

/** What differs without meaning anything: durations, scores, names of shards and of their formats. */
const MEANINGLESS = new Set(['took', '_score', 'max_score', 'pit_id', '_shards', '_version']);
MEANINGLESS.add('_seq_no')
  .add('terminated_early')
  .add('from_as_string')
  .add('to_as_string')
  .add('value_as_string');

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !MEANINGLESS.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, plain(inner)]));
}

async function answerOf(client: Client, ask: (of: Client) => Promise<unknown>): Promise<unknown> {
  try {
    return plain(await ask(client));
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error;
    return { refused: error.statusCode };
  }
}

const range = { range: { '@timestamp': { gte: START + HOUR, lt: START + 30 * HOUR } } };
const sorted = [{ '@timestamp': { order: 'desc', format: 'epoch_millis' } }] as estypes.Sort;
const hours = {
  date_histogram: { field: '@timestamp', fixed_interval: '3600000ms', min_doc_count: 1 },
};

/** What the conditions of a source are asked as. */
const conditions: estypes.QueryDslQueryContainer[] = [
  { bool: { must_not: [{ terms: { type: ['ossec'] } }] } },
  { range: { code: { gte: 2, lt: 5 } } },
  {
    bool: {
      should: [{ exists: { field: 'tags' } }, { bool: { filter: [{ term: { code: 3 } }] } }],
      minimum_should_match: 1,
    },
  },
];

const searches: readonly [string, estypes.SearchRequest][] = [
  ['a range', { index: ALL, size: 0, query: range, track_total_hits: true }],
  [
    'conditions',
    { index: ALL, size: 0, track_total_hits: true, query: { bool: { filter: conditions } } },
  ],
  ...conditions.map((query): [string, estypes.SearchRequest] => [
    `the condition ${JSON.stringify(query)}`,
    { index: ALL, size: 0, track_total_hits: true, query },
  ]),
  [
    'terms with hours',
    {
      index: ALL,
      size: 0,
      query: range,
      aggs: { series: { terms: { field: 'code', size: 3 }, aggs: { hours } } },
    },
  ],
  [
    'terms with a missing value',
    { index: ALL, size: 0, aggs: { series: { terms: { field: 'code', size: 50, missing: -1 } } } },
  ],
  [
    'terms of days',
    {
      index: ALL,
      size: 0,
      aggs: { days: { terms: { field: 'day' }, aggs: { sum: { sum: { field: 'alert.id' } } } } },
    },
  ],
  ['terms of indices', { index: ALL, size: 0, aggs: { indices: { terms: { field: '_index' } } } }],
  [
    'filters of pairs, each in its indices',
    {
      index: ALL,
      size: 0,
      track_total_hits: false,
      aggs: {
        pairs: {
          filters: {
            filters: {
              one: {
                bool: {
                  filter: [
                    { terms: { _index: ['memory-it-a'] } },
                    { terms: { type: ['syslog'] } },
                    { term: { code: { value: '3' } } },
                    { bool: { should: [range], minimum_should_match: 1 } },
                  ],
                },
              },
              none: { bool: { filter: [{ term: { type: { value: 'nobody' } } }] } },
            },
          },
        },
      },
    },
  ],
  [
    'numbers of different values',
    {
      index: ALL,
      size: 0,
      aggs: {
        tags: { cardinality: { field: 'tags', precision_threshold: 3000 } },
        code: { cardinality: { field: 'code', precision_threshold: 3000 } },
      },
    },
  ],
  [
    'terms that are named',
    { index: ALL, size: 0, aggs: { some: { terms: { field: 'tags', include: ['t1', 't2'] } } } },
  ],
  [
    'composite pages',
    {
      index: ALL,
      size: 0,
      aggs: {
        series: {
          composite: {
            size: 7,
            after: { code: 2, bin: START },
            sources: [
              { code: { terms: { field: 'code', missing_bucket: true } } },
              { bin: { date_histogram: { field: '@timestamp', fixed_interval: '7200000ms' } } },
            ],
          },
        },
      },
    },
  ],
  [
    'date ranges',
    {
      index: ALL,
      size: 0,
      aggs: {
        days: {
          date_range: {
            field: '@timestamp',
            format: 'epoch_millis',
            ranges: [
              { key: 'a', from: START, to: START + 5 * HOUR },
              { key: 'b', from: START + 4 * HOUR, to: START + 9 * HOUR },
            ],
          },
        },
      },
    },
  ],
  [
    'filters',
    {
      index: ALL,
      size: 0,
      aggs: {
        at_root: {
          filters: {
            filters: { some: { exists: { field: 'code' } }, none: { term: { type: 'postfix' } } },
          },
        },
      },
    },
  ],
  [
    'extremes',
    {
      index: ALL,
      size: 0,
      aggs: { first: { min: { field: '@timestamp' } }, last: { max: { field: '@timestamp' } } },
    },
  ],
  [
    'the last document',
    { index: ALL, size: 1, _source: false, track_total_hits: false, sort: sorted },
  ],
  [
    'names of clauses',
    {
      index: ALL,
      size: 100,
      sort: sorted,
      _source: ['type'],
      query: {
        bool: {
          should: [
            { term: { code: { value: 3, _name: 'three' } } },
            { range: { '@timestamp': { lt: START + HOUR, _name: 'early' } } },
          ],
          minimum_should_match: 1,
        },
      },
    },
  ],
  [
    'what is not there',
    {
      index: ALL,
      size: 50,
      sort: sorted,
      query: {
        bool: {
          must_not: [{ exists: { field: 'code' } }],
          filter: [{ terms: { type: ['syslog'] } }],
        },
      },
    },
  ],
  [
    'parts of documents',
    {
      index: ALL,
      size: 3,
      sort: sorted,
      _source: ['kept.inner.a', 'alert'],
      docvalue_fields: ['code'],
      seq_no_primary_term: false,
    },
  ],
  [
    'one of each value',
    { index: ALL, size: 10, sort: sorted, _source: ['type'], collapse: { field: 'type' } },
  ],
  [
    'days',
    {
      index: ALL,
      size: 0,
      track_total_hits: true,
      query: { range: { day: { gte: '2015-04-02', lte: '2015-04-03' } } },
    },
  ],
  [
    'ids by prefix',
    { index: ALL, size: 0, track_total_hits: true, query: { prefix: { tags: 't' } } },
  ],
  ...(
    [
      ['of a pattern', 'memory-it-*,-memory-it-a'],
      ['before a pattern', '-memory-it-a,memory-it-*'],
      ['and named again', 'memory-it-*,-memory-it-a,memory-it-*'],
      ['of what a later part names', 'memory-it-b*,-memory-it-a,memory-it-*'],
    ] as const
  ).map(([what, index]): [string, estypes.SearchRequest] => [
    `an index that is left out ${what}`,
    { index, size: 0, ignore_unavailable: true, track_total_hits: true },
  ]),
  ['an index that is missing', { index: 'memory-it-none', size: 0 }],
  [
    'a missing index that may be',
    {
      index: 'memory-it-none',
      size: 0,
      ignore_unavailable: true,
      aggs: { n: { max: { field: 'code' } } },
    },
  ],
];

const requests: readonly [string, (client: Client) => Promise<unknown>][] = [
  ['a count', (client) => client.count({ index: ALL, query: range })],
  [
    'documents by id',
    (client) =>
      client.mget({ index: INDICES[0], ids: ['d0', 'none'], _source_includes: ['kept.inner'] }),
  ],
  [
    'one document',
    (client) => client.get({ index: INDICES[0], id: 'd4' }).then(({ _source }) => _source),
  ],
  ['one that is missing', (client) => client.get({ index: INDICES[0], id: 'none' })],
  ['whether one exists', (client) => client.exists({ index: INDICES[0], id: 'd4' })],
  ['whether an index exists', (client) => client.indices.exists({ index: 'memory-it-none' })],
  [
    'capabilities',
    (client) =>
      client.fieldCaps({
        index: ALL,
        fields: ['code', 'alert.*', 'message', 'kept', 'other'],
        include_unmapped: true,
      }),
  ],
  [
    'a mapping',
    (client) =>
      client.indices.get({
        index: INDICES[0],
        flat_settings: true,
        filter_path: ['*.mappings.properties.alert'],
      }),
  ],
  ['an index that is there already', (client) => client.indices.create({ index: INDICES[0] })],
  [
    'resolved names',
    // Elasticsearch 9 adds the mode of an index, which nothing here reads.
    (client) =>
      client.transport.request({
        method: 'GET',
        path: `/_resolve/index/${ALL}`,
        querystring: { filter_path: 'indices.name,indices.attributes' },
      }),
  ],
];

/** With security on, these leave the index out. */
const ofNames: readonly [string, estypes.SearchRequest][] = [
  [
    'an index that is left out of names',
    {
      index: 'memory-it-a,memory-it-b,-memory-it-a',
      size: 0,
      ignore_unavailable: true,
      track_total_hits: true,
    },
  ],
  ['a minus that begins a name', { index: 'memory-it-a,-memory-it-b', size: 0 }],
];

describe('the Elasticsearch in memory', () => {
  const findsAlike = async (_name: string, request: estypes.SearchRequest): Promise<void> => {
    const expected = await answerOf(real, (client) => client.search(request));
    expect(await answerOf(memory, (client) => client.search(request))).toEqual(expected);
  };

  it.each(searches)('finds as the real one does: %s', findsAlike);

  itWithoutSecurity.each(ofNames)('finds as the real one does: %s', findsAlike);

  it.each(requests)('answers as the real one does: %s', async (_name, ask) => {
    expect(await answerOf(memory, ask)).toEqual(await answerOf(real, ask));
  });

  it('takes writes on the conditions on which the real one takes them', async () => {
    const outcomes = async (client: Client): Promise<unknown> => {
      const place = { index: INDICES[1], id: 'written' };
      const first = await client.index({ ...place, document: { code: 1, type: 'syslog' } });
      const [seqNo, term] = [first._seq_no ?? 0, first._primary_term ?? 0];
      const version = { if_seq_no: seqNo, if_primary_term: term };
      const update = { update: { _index: INDICES[1], _id: 'written', ...version } };
      const operations = [update, { doc: { tags: ['x'] } }, update, { doc: { tags: ['y'] } }];
      const bulk = await client.bulk({ operations });
      const again = await answerOf(client, (of) => of.create({ ...place, document: {} }));
      const gone = await client.delete({ ...place, refresh: true });
      const twice = await answerOf(client, (of) => of.delete(place));
      const missing = { update: { _index: INDICES[1], _id: 'none' } };
      const other = await client.bulk({ operations: [missing, { doc: {} }] });
      const statuses = [bulk, other].flatMap(({ items }) =>
        items.map(({ update: u }) => u?.status),
      );
      return { first: first.result, statuses, again, gone: gone.result, twice };
    };
    expect(await outcomes(memory)).toEqual(await outcomes(real));
  });

  it('gives pages at one point in time, each document once', async () => {
    const found: unknown[] = [];
    const { id } = await memory.openPointInTime({ index: ALL, keep_alive: '1m' });
    let after: estypes.SortResults | undefined;
    for (;;) {
      const { hits } = await memory.search({
        pit: { id },
        size: 7,
        sort: ['_shard_doc'],
        ...(after === undefined ? {} : { search_after: after }),
      });
      found.push(...hits.hits.map(({ _id }) => _id));
      for (const { _index, _id = '', _source } of hits.hits) {
        await memory.index({ index: _index, id: _id, document: _source });
      }
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < 7) break;
    }
    await memory.closePointInTime({ id });
    expect(new Set(found).size).toBe(120);
    expect(found).toHaveLength(120);
  });
});
