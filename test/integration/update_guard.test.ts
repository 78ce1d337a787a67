import type { estypes } from '@elastic/elasticsearch';
import { createUpdateGuard } from '../../server/elastic/tagging/update_guard';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const { signal } = new AbortController();
const TAG = 'ct1_outlier';
const made: string[] = [];

jest.setTimeout(120_000);
afterAll(async () => {
  if (made.length > 0) await client.indices.delete({ index: made, ignore_unavailable: true });
  await client.close();
});

type Definition = Pick<estypes.IndicesCreateRequest, 'mappings' | 'settings'>;

const DOCUMENT = {
  '@timestamp': '2026-11-27T00:00:00Z',
  message: ['Failed password', 'for root'],
  secret: 's1',
  short: 'longer than it may be',
  lower: 'ABC',
  unmapped: { list: [2, 1] },
  off: { anything: [3, 1] },
};
/** Each finds the document, as far as the mapping indexes it. */
const QUERIES = ['message:password', 'secret:s1', 'lower:abc', '_ignored:short'];
const FIELDS: Record<string, estypes.MappingProperty> = {
  '@timestamp': { type: 'date' },
  message: { type: 'text' },
  secret: { type: 'keyword' },
  short: { type: 'keyword', ignore_above: 5 },
  lower: { type: 'keyword', normalizer: 'lowercase' },
  unmapped: { type: 'object', dynamic: false },
  off: { type: 'object', enabled: false },
};

/** Makes an index with one document. */
async function indexWith({ mappings, settings }: Definition): Promise<string> {
  const index = `guard-it-${process.pid}-${made.length}`;
  made.push(index);
  const properties = { ...FIELDS, ...mappings?.properties };
  const shards = { 'index.number_of_shards': 1, 'index.number_of_replicas': 0 };
  await client.indices.create({
    index,
    mappings: { ...mappings, properties },
    settings: { ...shards, ...settings },
  });
  await client.index({ index, id: '1', document: DOCUMENT, refresh: true });
  return index;
}

/** Updates the document without asking anybody, as an update of the tag does. */
async function updateUnguarded(index: string): Promise<boolean> {
  const operations = [{ update: { _index: index, _id: '1' } }, { doc: { tags: [TAG] } }];
  return !(await client.bulk({ operations, refresh: true })).errors;
}

async function countOf(index: string, q: string): Promise<number> {
  return (await client.count({ index, q })).count;
}

/** Whether what is stored and not indexed is still there, once no setting hides it any more. */
async function keepsUnindexed(index: string): Promise<boolean> {
  const shown = { 'index.mapping.synthetic_source.skip_ignored_source_read': null };
  await client.indices.putSettings({ index, settings: shown });
  const { _source: document } = await client.get<Partial<typeof DOCUMENT>>({ index, id: '1' });
  return document?.off !== undefined;
}

const source = (part: estypes.MappingSourceField): Definition => ({ mappings: { _source: part } });
const setting = (name: string, value: unknown): Definition => ({ settings: { [name]: value } });

describe('what an update would lose', () => {
  it.each<[string, Definition, string | null]>([
    ['excluded fields', source({ excludes: ['message'] }), '_source.excludes'],
    ['fields that are not included', source({ includes: ['@timestamp'] }), '_source.includes'],
    ['no field where all are included', source({ includes: ['*', 'x'] }), null],
    [
      'what a synthetic source must leave out',
      {
        settings: {
          'index.mapping.source.mode': 'synthetic',
          'index.mapping.synthetic_source.skip_ignored_source_read': true,
        },
      },
      'skip_ignored_source_read',
    ],
    ['nothing of a synthetic source', setting('index.mapping.source.mode', 'synthetic'), null],
    ['nothing of logsdb', setting('index.mode', 'logsdb'), null],
    ['nothing of a whole source', {}, null],
  ])('is %s, and the guard says so before', async (_, definition, reason) => {
    const index = await indexWith(definition);
    const losing = await createUpdateGuard(client).losing([index], signal);
    expect([...losing.keys()]).toEqual(reason === null ? [] : [index]);
    if (reason !== null) expect(losing.get(index)?.reason).toContain(reason);
    const before = await Promise.all(QUERIES.map((q) => countOf(index, q)));
    expect(before).toEqual([1, 1, 1, 1]);
    expect(await updateUnguarded(index)).toBe(true);
    const after = await Promise.all(QUERIES.map((q) => countOf(index, q)));
    // Elasticsearch 9 finds the document all the same where a synthetic source has lost a part.
    const isWhole = after.every((count) => count === 1) && (await keepsUnindexed(index));
    expect(isWhole).toBe(reason === null);
  });

  it.each<[string, Definition]>([
    ['the mapping keeps no source', source({ enabled: false })],
    ['the settings keep no source', setting('index.mapping.source.mode', 'disabled')],
  ])('is not asked where %s, which refuses updates', async (_, definition) => {
    const index = await indexWith(definition);
    const losing = await createUpdateGuard(client).losing([index], signal);
    expect(losing.get(index)?.reason).toContain('_source is disabled');
    expect(await updateUnguarded(index)).toBe(false);
  });

  it('also checks closed indices, but not those that are gone', async () => {
    const index = await indexWith(source({ excludes: ['message'] }));
    await client.indices.close({ index });
    const losing = await createUpdateGuard(client).losing([index, 'guard-it-nowhere'], signal);
    expect([...losing.keys()]).toEqual([index]);
  });

  it('is not known of other clusters, where nothing can be tagged', async () => {
    const losing = await createUpdateGuard(client).losing(['remote:logs-1'], signal);
    expect(losing.get('remote:logs-1')?.reason).toContain('in another cluster');
  });
});

const tags = (field: object): Definition => ({
  mappings: { properties: { tags: field } },
});
const template = (part: object, mappings: estypes.MappingTypeMapping = {}): Definition => ({
  mappings: {
    ...mappings,
    dynamic_templates: [{ one: part }],
  },
});
/** An index with room for so many more fields. */
const room = (fields: number, isIgnoring: boolean, parts: Definition = {}): Definition => ({
  ...parts,
  settings: {
    'index.mapping.total_fields.limit': Object.keys(FIELDS).length + fields,
    'index.mapping.total_fields.ignore_dynamic_beyond_limit': isIgnoring,
  },
});
const keyword = { type: 'keyword' };
const strings = { match_mapping_type: 'string' };

const CASES: readonly [string, Definition, string | null][] = [
  ['a new field of text and keyword', {}, null],
  ['a keyword', tags(keyword), null],
  ['a keyword with doc values only', tags({ ...keyword, index: false }), null],
  ['a keyword without both', tags({ ...keyword, index: false, doc_values: false }), 'without an'],
  ['a keyword that is too short', tags({ ...keyword, ignore_above: 5 }), 'ignore_above 5'],
  ['a keyword that is long enough', tags({ ...keyword, ignore_above: TAG.length }), null],
  [
    'a keyword that the settings make too short',
    { ...tags(keyword), ...setting('index.mapping.ignore_above', 5) },
    'ignore_above 5',
  ],
  ['a new field that the settings do not shorten', setting('index.mapping.ignore_above', 5), null],
  ['a text', tags({ type: 'text' }), null],
  ['a text that is not indexed', tags({ type: 'text', index: false }), 'without an index'],
  ['such a text with a keyword', tags({ type: 'text', index: false, fields: { keyword } }), null],
  ['a date', tags({ type: 'date' }), 'mapped as date'],
  ['a date that ignores words', tags({ type: 'date', ignore_malformed: true }), 'mapped as date'],
  ['a number', tags({ type: 'long' }), 'mapped as long'],
  ['an object', tags({ properties: { x: keyword } }), 'mapped as object'],
  ['an object that is off', tags({ type: 'object', enabled: false }), 'enabled: false'],
  ['binary data', tags({ type: 'binary' }), 'mapped as binary'],
  ['a flattened object', tags({ type: 'flattened' }), 'mapped as flattened'],
  ['another name of a field', tags({ type: 'alias', path: 'secret' }), 'mapped as alias'],
  ['an index without new fields', { mappings: { dynamic: false } }, 'dynamic: false'],
  ['an index that refuses new fields', { mappings: { dynamic: 'strict' } }, 'dynamic: strict'],
  ['a new runtime field', { mappings: { dynamic: 'runtime' } }, null],
  [
    'a runtime field',
    { mappings: { dynamic: false, runtime: { tags: { type: 'keyword' } } } },
    null,
  ],
  [
    'a runtime field of numbers',
    { mappings: { dynamic: false, runtime: { tags: { type: 'long' } } } },
    'mapped as long',
  ],
  ['a template of all strings', template({ ...strings, mapping: keyword }), null],
  [
    'a template that hides it',
    template({ match: 'ta*', mapping: { type: '{dynamic_type}', index: false } }),
    'without an index',
  ],
  [
    'a template by a regular expression',
    template({
      match: '^t.gs$',
      match_pattern: 'regex',
      mapping: { type: 'object', enabled: false },
    }),
    'enabled: false',
  ],
  [
    'a template by an expression of a part of its name',
    template({ match: 'ags', match_pattern: 'regex', mapping: { type: 'long' } }),
    null,
  ],
  [
    'a template that leaves it out',
    template({ match: '*', unmatch: 'tags', mapping: { type: 'object', enabled: false } }),
    null,
  ],
  [
    'a template of other types',
    template({ match: 'tags', unmatch_mapping_type: 'string', mapping: { type: 'long' } }),
    null,
  ],
  ['a template by its path', template({ path_match: 't*s', mapping: { type: 'long' } }), 'as long'],
  [
    'a template of fields below',
    template({ path_match: '*.tags', mapping: { type: 'long' } }),
    null,
  ],
  ['a template of runtime fields', template({ ...strings, runtime: {} }), null],
  [
    'a template where there are no new fields',
    template({ match: 'tags', mapping: keyword }, { dynamic: false }),
    'dynamic: false',
  ],
  ['an index with room for the two fields', room(2, false), null],
  ['an index with room for one only', room(1, false), 'total_fields.limit'],
  ['a full index that ignores what is new', room(1, true), 'total_fields.limit'],
  ['a full index that has it', room(1, true, tags(keyword)), null],
  [
    'an index with room for a keyword',
    room(1, true, template({ ...strings, mapping: keyword })),
    null,
  ],
  [
    'a full index without runtime fields',
    room(0, true, { mappings: { dynamic: 'runtime' } }),
    'limit',
  ],
];

/** A name that a log may bring into a mapping. */
const HOSTILE = JSON.parse('{"__proto__": {"type": "keyword"}}') as Record<string, object>;

describe('whether a search finds a tag', () => {
  const outcomes = new Map<string, { said: string | null; count: number }>();
  async function tryOut(name: string, definition: Definition): Promise<void> {
    const index = await indexWith(definition);
    const hiding = await createUpdateGuard(client).hiding([index], TAG, signal);
    await updateUnguarded(index);
    const query = { query_string: { query: TAG, fields: ['tags', 'tags.*'], lenient: true } };
    const { count } = await client.count({ index, query });
    outcomes.set(name, { said: hiding.get(index)?.reason ?? null, count });
  }
  beforeAll(async () => {
    await Promise.all(CASES.map(([name, definition]) => tryOut(name, definition)));
  });

  it.each(CASES)('in %s is known before it is written', (name, _definition, reason) => {
    expect(outcomes.get(name)).toEqual({
      said: reason === null ? null : (expect.stringContaining(reason) as unknown),
      count: reason === null ? 1 : 0,
    });
  });

  it('counts every field of a mapping, whatever its name', async () => {
    const index = await indexWith(room(2, false));
    const body = { properties: HOSTILE };
    await client.transport.request({ method: 'PUT', path: `/${index}/_mapping`, body });
    const hiding = await createUpdateGuard(client).hiding([index], TAG, signal);
    expect(hiding.get(index)?.reason).toContain('total_fields.limit');
    expect(await updateUnguarded(index)).toBe(false);
  });
});
